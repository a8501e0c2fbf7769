using VpcMirrorOperator.TestSupport;
using VpcMirrorOperator.TestSupport.Clusters;

namespace VpcMirrorOperator.IntegrationTests.Cluster;

/// <summary>
/// A folder of a filter, two created sessions and an adopted one, on a real API server with real kubectl: rules S11, S12, S15 and S17.
/// </summary>
public class CreatedFolderTests
{
    private const string Adopted = "tms-bp1phl2xmqgwzjfgvt4p";

    [Fact]
    public async Task S17_Deleted_filter_first_the_account_is_as_it_was_before()
    {
        await using var cluster = await TestCluster.StartAsync();
        using var controller = ControllerProcess.Start(cluster, null, "--leader-elect", "false");
        var before = Account(cluster);
        await ReadyAsync(cluster);
        Assert.Equal(before.Length + 3, Account(cluster).Length);

        await cluster.KubectlAsync("delete", "tmf/ids", "tms/one", "tms/two", "tms/adopted", "--timeout=200s");

        Assert.Equal(before, Account(cluster));
    }

    [Fact]
    public async Task S15_A_filter_that_a_session_of_nobody_uses_waits_and_goes_when_it_is_set_to_retain()
    {
        await using var cluster = await TestCluster.StartAsync();
        using var controller = ControllerProcess.Start(cluster, null, "--leader-elect", "false");
        await cluster.ApplyAsync(Filter + Existing("session: {filterRef: {name: ids}}"));
        await WaitAsync(cluster, "tmf/ids", "tms/adopted");
        // Its object goes and the session stays: nobody manages it then.
        await cluster.KubectlAsync("delete", "tms/adopted", "--timeout=60s");
        var all = Account(cluster);
        await cluster.KubectlAsync("delete", "tmf/ids", "--wait=false");
        await Eventually.TrueAsync(
            async () => (await cluster.KubectlAsync("get", "tmf/ids", "-o", "jsonpath={.status.conditions}"))
                .Contains("managed by no object", StringComparison.Ordinal), "it says who uses it", TimeSpan.FromSeconds(60));

        await cluster.KubectlAsync("patch", "tmf/ids", "--type=merge", "-p", """{"spec":{"deletionPolicy":"Retain"}}""");
        await cluster.KubectlAsync("wait", "--for=delete", "tmf/ids", "--timeout=150s");

        Assert.Equal(all, Account(cluster));
    }

    [Fact]
    public async Task S17_When_the_definition_of_filters_goes_nothing_is_deleted()
    {
        await using var cluster = await TestCluster.StartAsync();
        using var controller = ControllerProcess.Start(cluster, null, "--leader-elect", "false");
        await cluster.ApplyAsync(Filter);
        await WaitAsync(cluster, "tmf/ids");
        var all = Account(cluster);

        await cluster.KubectlAsync("delete", "crd/trafficmirrorfilters.vpcmirror.io", "--timeout=200s");

        Assert.Equal(all, Account(cluster));
        Assert.DoesNotContain(cluster.Cloud.Snapshot().Calls, call => call.Action == "DeleteTrafficMirrorFilter");
    }

    private static async Task ReadyAsync(TestCluster cluster)
    {
        await cluster.ApplyAsync(Filter + Session("one", 77) + Session("two", 78) + Existing("managementPolicy: AddOnly"));
        await WaitAsync(cluster, "tmf/ids", "tms/one", "tms/two", "tms/adopted");
    }

    private static Task<string> WaitAsync(TestCluster cluster, params string[] objects) =>
        cluster.KubectlAsync(["wait", "--for=condition=Ready", .. objects, "--timeout=90s"]);

    private const string Filter = """
        apiVersion: vpcmirror.io/v1alpha1
        kind: TrafficMirrorFilter
        metadata: {name: ids, namespace: default}
        spec:
          regionId: cn-hangzhou
          deletionPolicy: Delete
          filter: {name: to-the-ids}
          ingressRules:
          - {priority: 10, action: drop, protocol: UDP, destinationPortRange: 4789/4789}
          - {priority: 20, action: accept}

        """;

    private static string Existing(string more) => $$"""
        ---
        apiVersion: vpcmirror.io/v1alpha1
        kind: TrafficMirrorSession
        metadata: {name: adopted, namespace: default}
        spec:
          regionId: cn-hangzhou
          trafficMirrorSessionId: {{Adopted}}
          sourceIds: [eni-bp1rs7qfi2df4hxy1k17]
          safety: {maxRemovals: 100%}
          {{more}}

        """;

    private static string Session(string name, int priority) => $$"""
        ---
        apiVersion: vpcmirror.io/v1alpha1
        kind: TrafficMirrorSession
        metadata: {name: {{name}}, namespace: default}
        spec:
          regionId: cn-hangzhou
          deletionPolicy: Delete
          session:
            target: {type: NetworkInterface, id: eni-bp1234qu6hiu4mlljmx9}
            filterRef: {name: ids}
            priority: {{priority}}
          sourceIds: [eni-bp1i99gov61ddqqn2{{priority}}x]

        """;

    /// <summary>The ids of all sessions and filters.</summary>
    private static string[] Account(TestCluster cluster) =>
        [.. cluster.Cloud.Export(settle: true).Accounts.SelectMany(account => account.Regions)
            .SelectMany(region => region.Sessions.Select(session => session.Id).Concat(region.Filters.Select(filter => filter.Id)))
            .Order(StringComparer.Ordinal)];
}
