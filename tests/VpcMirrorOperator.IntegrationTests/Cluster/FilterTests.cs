using VpcMirrorOperator.TestSupport;
using VpcMirrorOperator.TestSupport.Clusters;

namespace VpcMirrorOperator.IntegrationTests.Cluster;

/// <summary>A filter's whole life on a real API server, with real kubectl and the shipped roles.</summary>
public class FilterTests
{
    private static readonly string Sample = Repository.PathOf("config", "samples", "filters", "mirror-filter.yaml");

    [Fact]
    public async Task S14_rules_are_edited_in_place_and_a_deleted_object_leaves_the_filter_as_it_is()
    {
        await using var cluster = await TestCluster.StartAsync();
        using var controller = ControllerProcess.Start(cluster, null, "--leader-elect", "false");
        await cluster.KubectlAsync("apply", "-f", Sample);
        await ReadyAsync(cluster);
        Assert.Contains("mirror-filter   True    Synced   tmf-bp12gmdsfapvzoyrmffc   Created", await cluster.KubectlAsync("get", "tmf"),
            StringComparison.Ordinal);

        const string edit = """{"spec":{"egressRules":[{"priority":10,"action":"accept","protocol":"TCP"}]}}""";
        await cluster.KubectlAsync("patch", "tmf", "mirror-filter", "--type=merge", "-p", edit);
        await Eventually.TrueAsync(
            async () => (await cluster.KubectlAsync("get", "tmf", "mirror-filter", "-o", "jsonpath={.status.rules}"))
                .Contains("\"actual\":4", StringComparison.Ordinal), "the edit is done", TimeSpan.FromSeconds(60));
        await ReadyAsync(cluster);

        await cluster.KubectlAsync("delete", "tmf", "mirror-filter", "--timeout=60s");
        Assert.Contains("CreateTrafficMirrorFilterRules", controller.Log, StringComparison.Ordinal);
        Assert.DoesNotContain(cluster.Cloud.Snapshot().Calls, call => call.Action is "DeleteTrafficMirrorFilter");
    }

    [Fact]
    public async Task S18_a_filter_in_another_namespace_is_not_touched_without_an_allow_list()
    {
        await using var cluster = await TestCluster.StartAsync();
        using var controller = ControllerProcess.Start(cluster, null, "--leader-elect", "false");
        await cluster.KubectlAsync("create", "namespace", "team-a");
        await cluster.KubectlAsync("apply", "-n", "team-a", "-f", Sample);
        await cluster.KubectlAsync(
            "wait", "-n", "team-a", "--for=jsonpath={.status.conditions[?(@.type==\"Ready\")].reason}=NotAllowed", "tmf/mirror-filter",
            "--timeout=60s");
        Assert.DoesNotContain(cluster.Cloud.Snapshot().Calls, call => call.Action.Contains("Filter", StringComparison.Ordinal));
    }

    private static Task<string> ReadyAsync(TestCluster cluster) =>
        cluster.KubectlAsync("wait", "--for=condition=Ready", "tmf/mirror-filter", "--timeout=60s");
}
