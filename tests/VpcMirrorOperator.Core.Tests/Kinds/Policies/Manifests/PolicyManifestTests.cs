using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.Core.Tests.Kinds.Policies.Manifests;

public class PolicyManifestTests
{
    private const string Valid = """
        apiVersion: vpcmirror.io/v1alpha1
        kind: TrafficMirrorPolicy
        metadata:
          name: shop
        spec:
          regionId: cn-hangzhou
          sources:
          - networkInterfaceIds: [eni-a1, eni-b2]
          targets:
          - {type: SLB, id: lb-1}
          filterId: tmf-a1
          sessionTemplate:
            priorities: {from: 100, to: 199}
        """;

    private const string Missing = "required field is missing. ";

    /// <summary>What replaces what in the valid manifest, and how the one error line that results begins.</summary>
    public static TheoryData<string, string, string> Spoilt => new()
    {
        { "name: shop", "name: " + new string('a', 51), "m.yaml:6:3: metadata.name: has 51 characters. Write at most 50, so that" },
        { "  regionId: cn-hangzhou\n", "", $"m.yaml:6:3: spec.regionId: {Missing}Name the region, for example cn-hangzhou." },
        { "cn-hangzhou", "Hangzhou", "m.yaml:6:13: spec.regionId: \"Hangzhou\" is not a region id. Write the id, for example" },
        { "  filterId: tmf-a1", "  filterID: tmf-a1\n  filterId: tmf-a1",
            "m.yaml:11:3: spec.filterID: unknown field. Did you mean filterId?" },
        { "  filterId: tmf-a1\n", "", $"m.yaml:6:3: spec.filterId: {Missing}Name the filter that picks the traffic, tmf-…, or its object" },
        { "tmf-a1", "TMF-1", "m.yaml:11:13: spec.filterId: \"TMF-1\" is not a filter id. Write tmf- and 1 to 60" },
        { "tmf-a1", "tmf-a1\n  filterRef: {name: web}",
            "m.yaml:11:13: spec.filterId: filterRef and filterId exclude each other. Remove one" },
        { "filterId: tmf-a1", "filterRef: {}", $"m.yaml:11:14: spec.filterRef.name: {Missing}Name a TrafficMirrorFilter of the same" },
        { "filterId: tmf-a1", "filterRef: {name: Web_1}",
            "m.yaml:11:21: spec.filterRef.name: \"Web_1\" is not the name of an object. Write" },
        { "filterId: tmf-a1", "filterRef: {name: web, namespace: x}", "m.yaml:11:26: spec.filterRef.namespace: unknown field. Remove it" },

        { "  sources:\n  - networkInterfaceIds: [eni-a1, eni-b2]\n", "", $"m.yaml:6:3: spec.sources: {Missing}Select at least one thing" },
        { "- networkInterfaceIds: [eni-a1, eni-b2]", "- eni-a1",
            "m.yaml:8:5: spec.sources[0]: must be a mapping, not the text \"eni-a1\"." },
        { "networkInterfaceIds: [eni-a1, eni-b2]", "{}", "m.yaml:8:5: spec.sources[0]: is not one selector. Set exactly one of" },
        { "[eni-a1, eni-b2]", "[eni-a1]\n    nodes: {nodeSelector: {}}", "m.yaml:8:5: spec.sources[0]: is not one selector. Set exactly" },
        { "[eni-a1, eni-b2]", "[]",
            "m.yaml:8:5: spec.sources[0]: is not one selector. networkInterfaceIds is empty: list at least one id." },
        { "eni-b2", "eni-B2",
            "m.yaml:8:35: spec.sources[0].networkInterfaceIds[1]: must not be the text \"eni-B2\". Write eni- and 1 to 60" },
        { "eni-b2", "eni-a1", "m.yaml:8:35: spec.sources[0].networkInterfaceIds[1]: eni-a1 is listed twice. Remove one of the two." },
        { "networkInterfaceIds: [eni-a1, eni-b2]", "networkInterfaces: {}",
            "m.yaml:8:5: spec.sources[0]: is not one selector. networkInterfaces is" },
        { "networkInterfaceIds: [eni-a1, eni-b2]", "networkInterfaces: {vSwitchIds: [sw-1]}",
            "m.yaml:8:38: spec.sources[0].networkInterfaces.vSwitchIds[0]: must not be the text \"sw-1\". Write the id as the console" },
        { "networkInterfaceIds: [eni-a1, eni-b2]", "networkInterfaces: {types: [Secondery]}",
            "m.yaml:8:33: spec.sources[0].networkInterfaces.types[0]: must not be the text \"Secondery\". Allowed values: Primary," },
        { "networkInterfaceIds: [eni-a1, eni-b2]", "networkInterfaces: {tags: {a: 1}}",
            "m.yaml:8:35: spec.sources[0].networkInterfaces.tags.a: must be text, not the number 1. Put it in quotes." },
        { "networkInterfaceIds: [eni-a1, eni-b2]", "pods: {}", "m.yaml:8:5: spec.sources[0]: is not one selector. pods is empty: set" },
        { "networkInterfaceIds: [eni-a1, eni-b2]", "pods: {podSelector: {matchLabel: {}}}",
            "m.yaml:8:26: spec.sources[0].pods.podSelector.matchLabel: unknown field. Did you mean matchLabels?" },
        { "networkInterfaceIds: [eni-a1, eni-b2]", "pods: {podSelector: {matchExpressions: [{key: a}]}}",
            $"m.yaml:8:45: spec.sources[0].pods.podSelector.matchExpressions[0].operator: {Missing}Write In, NotIn, Exists or" },
        { "networkInterfaceIds: [eni-a1, eni-b2]", "pods: {podSelector: {matchExpressions: [{operator: Exists}]}}",
            $"m.yaml:8:45: spec.sources[0].pods.podSelector.matchExpressions[0].key: {Missing}Name the label." },
        { "networkInterfaceIds: [eni-a1, eni-b2]", "pods: {podSelector: {matchExpressions: [{key: a, operator: in}]}}",
            "m.yaml:8:64: spec.sources[0].pods.podSelector.matchExpressions[0].operator: must not be \"in\". Allowed values: In, NotIn" },
        { "networkInterfaceIds: [eni-a1, eni-b2]", "pods: {podSelector: {matchExpressions: [{key: a, operator: In}]}}",
            "m.yaml:8:5: spec.sources[0]: is not one selector. a: In needs at least one value." },
        { "networkInterfaceIds: [eni-a1, eni-b2]", "nodes: {interfaces: All}",
            $"m.yaml:8:12: spec.sources[0].nodes.nodeSelector: {Missing}Select nodes by their labels; " },
        { "networkInterfaceIds: [eni-a1, eni-b2]", "nodes: {nodeSelector: {}, interfaces: Every}",
            "m.yaml:8:43: spec.sources[0].nodes.interfaces: must not be \"Every\". Allowed values: Primary, All." },

        { "  targets:\n  - {type: SLB, id: lb-1}\n", "", $"m.yaml:6:3: spec.targets: {Missing}Say where the copies may go, each with" },
        { "{type: SLB, id: lb-1}", "{id: lb-1}", $"m.yaml:10:5: spec.targets[0].type: {Missing}Write NetworkInterface, or SLB" },
        { "{type: SLB, id: lb-1}", "{type: SLB}", $"m.yaml:10:5: spec.targets[0].id: {Missing}Name the network interface or the load" },
        { "type: SLB", "type: net-if",
            "m.yaml:10:12: spec.targets[0].type: \"net-if\" is not the type of a target. Write NetworkInterface" },
        { "id: lb-1}", "id: LB_1}", "m.yaml:10:21: spec.targets[0].id: \"LB_1\" is not an id. Write the id as the console shows it" },
        { "id: lb-1}", "id: lb-1, maxSources: 0}", "m.yaml:10:39: spec.targets[0].maxSources: must be a number from 1 to 100000, not" },
        { "id: lb-1}", "id: lb-1, virtualNetworkId: 16777216}",
            "m.yaml:10:45: spec.targets[0].virtualNetworkId: must be a number from 0 to" },
        { "id: lb-1}", "id: lb-1}\n  - {type: SLB, id: lb-1}", "m.yaml:10:3: spec.targets: lb-1 is there twice. Keep one of the two." },

        { "  sessionTemplate:\n    priorities: {from: 100, to: 199}", "", $"m.yaml:6:3: spec.sessionTemplate: {Missing}Give priorities" },
        { "priorities: {from: 100, to: 199}", "enabled: true", $"m.yaml:13:5: spec.sessionTemplate.priorities: {Missing}Give priorities" },
        { "from: 100, to: 199", "from: 100",
            $"m.yaml:13:17: spec.sessionTemplate.priorities.to: {Missing}Write the highest number, at most" },
        { "from: 100, to: 199", "to: 199", $"m.yaml:13:17: spec.sessionTemplate.priorities.from: {Missing}Write the lowest number, 1 or" },
        { "to: 199", "to: 99", "m.yaml:13:33: spec.sessionTemplate.priorities.to: 99 is below 100. Write to not below from." },
        { "to: 199", "to: 32767",
            "m.yaml:13:33: spec.sessionTemplate.priorities.to: must be a number from 1 to 32766, not the number 32767." },
    };

    /// <summary>Lines added to the end of the manifest, and how the one error that results begins.</summary>
    public static TheoryData<string, string> Added => new()
    {
        { "    namePrefix: \"https://x\"", "m.yaml:14:17: spec.sessionTemplate.namePrefix: must not start with http:// or https://." },
        { "    namePrefix: " + new string('x', 101),
            "m.yaml:14:17: spec.sessionTemplate.namePrefix: must have 1 to 100 characters, not 101." },
        { "    packetLength: 63", "m.yaml:14:19: spec.sessionTemplate.packetLength: must be a number from 64 to " },
        { "    enabled: \"no\"",
            "m.yaml:14:14: spec.sessionTemplate.enabled: must be true or false, not the text \"no\". Write true or false." },
        { "    tags: {vpcmirror.io/x: y}",
            "m.yaml:14:11: spec.sessionTemplate.tags: \"vpcmirror.io/x\": keys that begin with vpcmirror.io/" },
        { "    resourceGroupId: group",
            "m.yaml:14:22: spec.sessionTemplate.resourceGroupId: \"group\" is not the id of a resource group." },
        { "  sharedInterfaces: skip", "m.yaml:14:21: spec.sharedInterfaces: must not be \"skip\". Allowed values: Mirror, Skip." },
        { "  sharedInterfaces: Skip\n  managementPolicy: AddOnly", "m.yaml:14:21: spec.sharedInterfaces: Skip needs to remove, and" },
        { "  placement: Any", "m.yaml:14:14: spec.placement: must not be \"Any\". Allowed values: LeastSources, PreferSameZone." },
        { "  deletionPolicy: Detach",
            "m.yaml:14:19: spec.deletionPolicy: Detach is only for sessions. Write Retain, which keeps the sessions" },
        { "  maxSourcesPerSession: 0", "m.yaml:14:25: spec.maxSourcesPerSession: must be a number from 1 to " },
        { "  maxSourcesPerSession: \"10\"", "m.yaml:14:25: spec.maxSourcesPerSession: must be a number from 1 to " },
        { "  removalDelay: 25h", "m.yaml:14:17: spec.removalDelay: \"25h\" is not a duration of at most 24h" },
        { "  limits: {maxInterfaces: 0}",
            "m.yaml:14:27: spec.limits.maxInterfaces: must be a number from 1 to 1000000, not the number 0." },
        { "  limits: {maxSessions: 1}", "m.yaml:14:12: spec.limits.maxSessions: unknown field. " },
        { "  safety: {minSources: 1}", "m.yaml:14:12: spec.safety.minSources: unknown field. " },
        { "  safety: {maxRemovals: 120%}",
            "m.yaml:14:25: spec.safety.maxRemovals: must be a count or a percentage, not the text \"120%\"." },
        { "  schedule: {startAt: x}", "m.yaml:14:14: spec.schedule.startAt: unknown field. Did you mean startsAt?" },
        { "  schedule: {endsAt: \"2026-12-01T08:00:00\"}",
            "m.yaml:14:22: spec.schedule.endsAt: \"2026-12-01T08:00:00\" is not a time. Write it in" },
        { "  schedule: {endsAt: \"tomorrow\"}",
            "m.yaml:14:22: spec.schedule.endsAt: \"tomorrow\" is not a time. Write it in quotes with its zone" },
        { "  schedule: {startsAt: \"2026-12-01T08:00:00Z\", endsAt: \"2026-12-01T08:00:00Z\"}",
            "m.yaml:14:56: spec.schedule.endsAt: is not after startsAt. Write a later time." },
        { "  exclude:\n  - pods: {}", "m.yaml:15:5: spec.exclude[0]: is not one selector. pods is empty: set podSelector or" },
    };

    [Theory]
    [MemberData(nameof(Spoilt))]
    public void A_mistake_is_reported_with_file_line_field_and_remedy(string old, string replacement, string expected)
    {
        Assert.Contains(old, Valid, StringComparison.Ordinal);
        AssertOneError(Valid.Replace(old, replacement, StringComparison.Ordinal), expected);
    }

    [Theory]
    [MemberData(nameof(Added))]
    public void A_wrong_value_is_reported_with_what_would_be_right(string lines, string expected) =>
        AssertOneError($"{Valid}\n{lines}", expected);

    [Theory]
    [InlineData("sources", 33, "33 entries are more than 32")]
    [InlineData("targets", 65, "65 entries are more than 64")]
    public void More_entries_than_the_schema_takes_are_refused(string field, int count, string expected)
    {
        var entries = Enumerable.Range(0, count).Select(i => field == "sources"
            ? $"  - networkInterfaceIds: [eni-x{i}]" : $"  - {{type: SLB, id: lb-x{i}}}");
        var old = field == "sources" ? "  - networkInterfaceIds: [eni-a1, eni-b2]" : "  - {type: SLB, id: lb-1}";
        AssertOneError(
            Valid.Replace(old, string.Join('\n', entries), StringComparison.Ordinal), $"spec.{field}: {expected}. Remove some.");
    }

    [Fact]
    public void Every_field_is_read()
    {
        var spec = Read($$$"""
            {{{Valid}}}
                namePrefix: ids
                packetLength: 96
                enabled: false
                tags: {team: sec}
                resourceGroupId: rg-1
              exclude:
              - pods:
                  namespaceSelector: {matchLabels: {env: dev}}
                  podSelector: {matchExpressions: [{key: app, operator: NotIn, values: [a, b]}, {key: x, operator: Exists}]}
              - nodes: {nodeSelector: {}, interfaces: All}
              - networkInterfaces: {tags: {a: b}, vpcId: vpc-1, vSwitchIds: [vsw-1], securityGroupId: sg-1, types: [Trunk, Member]}
              sharedInterfaces: Skip
              placement: PreferSameZone
              maxSourcesPerSession: 20
              removalDelay: 1m30s
              schedule: {startsAt: "2026-12-01T08:00:00+08:00", endsAt: "2026-12-01T08:00:00.5Z"}
              limits: {maxInterfaces: 100}
              safety: {maxRemovals: 20%, allowEmpty: true}
              managementPolicy: Observe
              suspend: true
              deletionPolicy: Delete
            """);
        Assert.Equal(("ids", 96, false, "rg-1"), (
            spec.SessionTemplate.NamePrefix, spec.SessionTemplate.PacketLength, spec.SessionTemplate.Enabled,
            spec.SessionTemplate.ResourceGroupId));
        Assert.Equal([KeyValuePair.Create("team", "sec")], spec.SessionTemplate.Tags);
        Assert.Equal(new PriorityRange(100, 199), spec.SessionTemplate.Priorities);
        var terms = spec.Exclude[0].Pods!.PodSelector!.MatchExpressions!;
        Assert.Equal([LabelOperator.NotIn, LabelOperator.Exists], terms.Select(term => term.Operator));
        Assert.Equal(["a", "b"], terms[0].Values);
        Assert.Equal("dev", spec.Exclude[0].Pods!.NamespaceSelector!.MatchLabels!["env"]);
        Assert.Equal(NodeInterfaces.All, spec.Exclude[1].Nodes!.Interfaces);
        Assert.Equal([InterfaceType.Trunk, InterfaceType.Member], spec.Exclude[2].NetworkInterfaces!.Types);
        Assert.Equal((SharedInterfaces.Skip, Placement.PreferSameZone, 20), (
            spec.SharedInterfaces, spec.Placement, spec.MaxSourcesPerSession));
        Assert.Equal(TimeSpan.FromSeconds(90), spec.RemovalDelay);
        Assert.Equal(new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero), spec.Schedule!.StartsAt);
        Assert.Equal(500, spec.Schedule.EndsAt!.Value.Millisecond);
        Assert.Equal((100, true, new IntOrPercent(20, IsPercent: true)), (
            spec.Limits!.MaxInterfaces, spec.Safety!.AllowEmpty, spec.Safety.MaxRemovals));
        Assert.Equal((ManagementPolicy.Observe, true, DeletionPolicy.Delete), (spec.ManagementPolicy, spec.Suspend, spec.DeletionPolicy));
    }

    [Fact]
    public void What_is_not_written_is_not_declared()
    {
        var spec = Read(Valid);
        Assert.Null(spec.SharedInterfaces ?? (object?)spec.Placement ?? spec.MaxSourcesPerSession ?? (object?)spec.RemovalDelay);
        Assert.Null(spec.Schedule ?? (object?)spec.Limits ?? spec.Safety ?? (object?)spec.Suspend ?? spec.DeletionPolicy);
        Assert.Empty(spec.Exclude);
        Assert.Null(spec.SessionTemplate.Tags);
    }

    private static TrafficMirrorPolicySpec Read(string text)
    {
        var set = Manifest.Parse(text);
        Assert.Empty(set.Errors);
        return Assert.Single(set.Of<TrafficMirrorPolicy>()).Spec;
    }

    private static void AssertOneError(string text, string expected) =>
        Assert.Contains(expected, Assert.Single(Manifest.Parse(text).Errors).ToString(), StringComparison.Ordinal);
}
