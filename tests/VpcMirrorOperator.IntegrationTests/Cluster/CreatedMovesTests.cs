using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.TestSupport;
using VpcMirrorOperator.TestSupport.Clusters;

namespace VpcMirrorOperator.IntegrationTests.Cluster;

/// <summary>
/// Objects that create something are replaced, moved to another namespace, or give an adopted session up again, with real kubectl on a real
/// API server: rules S1 to S6, S8 and S12.
/// </summary>
public class CreatedMovesTests
{
    private const string Adopted = "tms-bp1phl2xmqgwzjfgvt4p";
    private const string Tenancy = """
        namespaces:
          default: {regions: ["*"], sessions: ["*"], targets: ["*"]}
          team-a: {regions: ["*"], sessions: ["*"], targets: ["*"]}

        """;

    [Fact]
    public async Task S3_S8_Replaced_no_second_one_is_made_and_attributes_and_rules_follow()
    {
        await using var cluster = await TestCluster.StartAsync();
        using var controller = ControllerProcess.Start(cluster, null, "--leader-elect", "false");
        await cluster.ApplyAsync(Filter("accept") + Session("default", "Delete", 1400));
        await ReadyAsync(cluster, "default", "tmf/ids", "tms/one");
        var (all, id) = (Account(cluster), await IdAsync(cluster, "default"));

        await ReplaceAsync(cluster, Filter("drop") + Session("default", "Delete", 1300));
        await Eventually.TrueAsync(() => Made(cluster, id).PacketLength == 1300, "the attribute follows");
        await Eventually.TrueAsync(
            () => RegionOf(cluster).Filters.Single(filter => filter.Name == "replaced").Rules.Count == 3, "the rules follow");
        await ReadyAsync(cluster, "default", "tmf/ids", "tms/one");

        Assert.Equal(all, Account(cluster));
        Assert.Equal(id, await IdAsync(cluster, "default"));
        // A replaced object has kept its finalizer: what it made goes with it all the same.
        await cluster.KubectlAsync("delete", "tms/one", "tmf/ids", "--timeout=200s");
        Assert.Equal(all.Length - 2, Account(cluster).Length);
    }

    [Fact]
    public async Task S3_Replaced_by_force_another_life_takes_both_back()
    {
        await using var cluster = await TestCluster.StartAsync();
        using var controller = ControllerProcess.Start(cluster, null, "--leader-elect", "false");
        await cluster.ApplyAsync(Filter("accept", "Retain") + Session("default", "Retain", 1400));
        await ReadyAsync(cluster, "default", "tmf/ids", "tms/one");
        var (all, id, uid) = (Account(cluster), await IdAsync(cluster, "default"), await UidAsync(cluster, "default"));

        // Deletes both and creates them anew; under Retain nothing goes in the cloud.
        await ReplaceAsync(cluster, Filter("accept", "Retain") + Session("default", "Retain", 1300), "--force", "--timeout=150s");
        await ReadyAsync(cluster, "default", "tmf/ids", "tms/one");

        Assert.NotEqual(uid, await UidAsync(cluster, "default"));
        Assert.Equal((all.Length, id), (Account(cluster).Length, await IdAsync(cluster, "default")));
        Assert.Equal(1300, Made(cluster, id).PacketLength);
        Assert.Equal(await UidAsync(cluster, "default"), Made(cluster, id).Tags["vpcmirror.io/owner"]);
    }

    [Theory]
    [InlineData("Retain")]
    [InlineData("Detach")]
    public async Task S2_S12_An_adopted_session_is_given_up_with_its_attributes_and_never_deleted(string policy)
    {
        await using var cluster = await TestCluster.StartAsync();
        using var controller = ControllerProcess.Start(cluster, null, "--leader-elect", "false");
        var all = Account(cluster);
        await cluster.ApplyAsync(AdoptedBy("default", policy, Adopted, "session: {packetLength: 1400}"));
        await ReadyAsync(cluster, "default", "tms/one");
        Assert.Equal(1400, Made(cluster, Adopted).PacketLength);

        await cluster.KubectlAsync("delete", "tms/one", "--timeout=150s");

        Assert.Equal(all, Account(cluster));
        Assert.Equal(1400, Made(cluster, Adopted).PacketLength);
        Assert.Equal(policy == "Retain" ? 1 : 0, Made(cluster, Adopted).Sources.Count);
        Assert.DoesNotContain(Made(cluster, Adopted).Tags.Keys, key => key.StartsWith("vpcmirror.io/", StringComparison.Ordinal));
        Assert.DoesNotContain(cluster.Cloud.Snapshot().Calls, call => call.Action == "DeleteTrafficMirrorSession");
    }

    [Fact]
    public async Task S2_S12_Moved_under_Retain_the_other_namespace_adopts_it_by_id_and_does_not_delete_it()
    {
        await using var cluster = await TestCluster.StartAsync();
        using var controller = await StartAsync(cluster);
        await cluster.ApplyAsync(Filter("accept") + Session("default", "Retain", 1400));
        await ReadyAsync(cluster, "default", "tmf/ids", "tms/one");
        var (all, id) = (Account(cluster), await IdAsync(cluster, "default"));

        await cluster.KubectlAsync("delete", "tms/one", "--timeout=150s");
        await cluster.ApplyAsync(AdoptedBy("team-a", "Retain", id, "session: {packetLength: 1300}"));
        await ReadyAsync(cluster, "team-a", "tms/one");
        Assert.Equal(1300, Made(cluster, id).PacketLength);

        // It carries the mark of the object that made it, which gives no right to the one that adopted it.
        await cluster.KubectlAsync("delete", "-n", "team-a", "tms/one", "--timeout=150s");
        Assert.Equal(all, Account(cluster));
    }

    [Fact]
    public async Task S5_S12_Moved_under_Delete_the_session_stays_with_whoever_names_it_by_id()
    {
        await using var cluster = await TestCluster.StartAsync();
        using var controller = await StartAsync(cluster);
        await cluster.ApplyAsync(Filter("accept") + Session("default", "Delete", 1400));
        await ReadyAsync(cluster, "default", "tmf/ids", "tms/one");
        var (all, id) = (Account(cluster), await IdAsync(cluster, "default"));

        // Created first and deleted then, as GitOps tools do it: the younger one waits for the one that made the session.
        await cluster.ApplyAsync(AdoptedBy("team-a", "Retain", id, "session: {packetLength: 1300}"));
        await cluster.KubectlAsync(
            "wait", "-n", "team-a", "--for=jsonpath={.status.conditions[?(@.type==\"Ready\")].reason}=OwnershipConflict", "tms/one",
            "--timeout=60s");
        Assert.Equal(1400, Made(cluster, id).PacketLength);
        await cluster.KubectlAsync("delete", "tms/one", "--timeout=150s");
        await ReadyAsync(cluster, "team-a", "tms/one");

        Assert.Equal(all, Account(cluster));
        Assert.Equal(1300, Made(cluster, id).PacketLength);
        Assert.DoesNotContain(cluster.Cloud.Snapshot().Calls, call => call.Action == "DeleteTrafficMirrorSession");
    }

    [Fact]
    public async Task S12_Moved_under_Delete_without_an_id_the_old_one_goes_and_another_is_made()
    {
        await using var cluster = await TestCluster.StartAsync();
        using var controller = await StartAsync(cluster);
        await cluster.ApplyAsync(Filter("accept") + Filter("accept", space: "team-a") + Session("default", "Delete", 1400));
        await ReadyAsync(cluster, "default", "tmf/ids", "tms/one");
        var (all, id) = (Account(cluster), await IdAsync(cluster, "default"));

        await cluster.KubectlAsync("delete", "tms/one", "--timeout=150s");
        await cluster.ApplyAsync(Session("team-a", "Delete", 1400));
        await ReadyAsync(cluster, "team-a", "tms/one");

        var other = await IdAsync(cluster, "team-a");
        Assert.NotEqual(id, other);
        Assert.Equal(all.Length, Account(cluster).Length);
        Assert.DoesNotContain(id, Account(cluster));
        Assert.Equal("team-a/one", Made(cluster, other).Tags["vpcmirror.io/object"]);
    }

    private static async Task<ControllerProcess> StartAsync(TestCluster cluster)
    {
        await cluster.KubectlAsync("create", "namespace", "team-a");
        var file = Path.Join(Directory.CreateTempSubdirectory("tenancy").FullName, "tenancy.yaml");
        await File.WriteAllTextAsync(file, Tenancy, TestContext.Current.CancellationToken);
        return ControllerProcess.Start(cluster, null, "--leader-elect", "false", "--tenancy-file", file);
    }

    private static Task<string> ReadyAsync(TestCluster cluster, string space, params string[] objects) =>
        cluster.KubectlAsync(["wait", "-n", space, "--for=condition=Ready", .. objects, "--timeout=120s"]);

    private static async Task ReplaceAsync(TestCluster cluster, string manifest, params string[] options) => (await Command.RunAsync(
        cluster.Server.Kubectl, manifest,
        ["--kubeconfig", cluster.Server.AdminKubeconfig, "replace", "--validate=false", "-f", "-", .. options])).Succeeded();

    private static Task<string> IdAsync(TestCluster cluster, string space) =>
        cluster.KubectlAsync("get", "tms/one", "-n", space, "-o", "jsonpath={.status.trafficMirrorSessionId}");

    private static Task<string> UidAsync(TestCluster cluster, string space) =>
        cluster.KubectlAsync("get", "tms/one", "-n", space, "-o", "jsonpath={.metadata.uid}");

    private static RegionSeed RegionOf(TestCluster cluster) => cluster.Cloud.Export(settle: true).Accounts
        .SelectMany(account => account.Regions).Single(region => region.Id == "cn-hangzhou");

    private static SessionSeed Made(TestCluster cluster, string id) => RegionOf(cluster).Sessions.Single(session => session.Id == id);

    /// <summary>The ids of all sessions and filters of the region.</summary>
    private static string[] Account(TestCluster cluster) =>
        [.. RegionOf(cluster).Sessions.Select(session => session.Id).Concat(RegionOf(cluster).Filters.Select(filter => filter.Id))
            .Order(StringComparer.Ordinal)];

    private static string Filter(string action, string policy = "Delete", string space = "default") => $$"""
        ---
        apiVersion: vpcmirror.io/v1alpha1
        kind: TrafficMirrorFilter
        metadata: {name: ids, namespace: {{space}}}
        spec:
          regionId: cn-hangzhou
          deletionPolicy: {{policy}}
          filter: {name: replaced}
          ingressRules:
          - {priority: 10, action: drop, protocol: UDP, destinationPortRange: 4789/4789}
          {{(action == "drop" ? "- {priority: 15, action: drop, protocol: ICMP}" : "")}}
          - {priority: 20, action: accept}

        """;

    private static string Session(string space, string policy, int packetLength) => $$"""
        ---
        apiVersion: vpcmirror.io/v1alpha1
        kind: TrafficMirrorSession
        metadata: {name: one, namespace: {{space}}}
        spec:
          regionId: cn-hangzhou
          deletionPolicy: {{policy}}
          session:
            target: {type: NetworkInterface, id: eni-bp1234qu6hiu4mlljmx9}
            filterRef: {name: ids}
            priority: 77
            packetLength: {{packetLength}}
          sourceIds: [eni-bp1i99gov61ddqqn277x]

        """;

    private static string AdoptedBy(string space, string policy, string id, string more) => $$"""
        ---
        apiVersion: vpcmirror.io/v1alpha1
        kind: TrafficMirrorSession
        metadata: {name: one, namespace: {{space}}}
        spec:
          regionId: cn-hangzhou
          trafficMirrorSessionId: {{id}}
          deletionPolicy: {{policy}}
          safety: {maxRemovals: 100%, allowEmpty: true}
          {{more}}
          sourceIds: [eni-bp1i99gov61ddqqn277x]

        """;
}
