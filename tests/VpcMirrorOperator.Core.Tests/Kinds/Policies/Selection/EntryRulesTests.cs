using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Kinds.Policies.Selection;

namespace VpcMirrorOperator.Core.Tests.Kinds.Policies.Selection;

/// <summary>Rule P1: an entry without a field is refused.</summary>
public class EntryRulesTests
{
    public static TheoryData<SourceEntry> Refused =>
    [
        new SourceEntry(),
        new SourceEntry { NetworkInterfaceIds = [] },
        new SourceEntry { NetworkInterfaces = new InterfaceSource() },
        new SourceEntry { NetworkInterfaces = new InterfaceSource { Tags = new Dictionary<string, string>(), Types = [] } },
        new SourceEntry { Pods = new PodSource() },
        new SourceEntry { NetworkInterfaceIds = ["eni-1"], Pods = new PodSource { PodSelector = new LabelSelector() } },
        new SourceEntry { Pods = new PodSource { PodSelector = With(LabelOperator.In) } },
        new SourceEntry { Nodes = new NodeSource { NodeSelector = With(LabelOperator.Exists, "x") } },
    ];

    public static TheoryData<SourceEntry> Accepted =>
    [
        new SourceEntry { NetworkInterfaceIds = ["eni-1"] },
        new SourceEntry { NetworkInterfaces = new InterfaceSource { VpcId = "vpc-1" } },
        new SourceEntry { Pods = new PodSource { PodSelector = new LabelSelector() } },
        new SourceEntry { Pods = new PodSource { NamespaceSelector = With(LabelOperator.In, "shop") } },
        new SourceEntry { Nodes = new NodeSource { NodeSelector = new LabelSelector() } },
    ];

    [Theory]
    [MemberData(nameof(Refused))]
    public void An_entry_that_says_nothing_or_two_things_is_refused(SourceEntry entry) => Assert.NotNull(EntryRules.Fault(entry));

    [Theory]
    [MemberData(nameof(Accepted))]
    public void An_entry_that_says_one_thing_is_not(SourceEntry entry) => Assert.Null(EntryRules.Fault(entry));

    private static LabelSelector With(LabelOperator op, params string[] values) =>
        new() { MatchExpressions = [new LabelRequirement { Key = "app", Operator = op, Values = values }] };
}
