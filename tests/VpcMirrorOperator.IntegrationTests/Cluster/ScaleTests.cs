using VpcMirrorOperator.TestSupport;
using VpcMirrorOperator.TestSupport.Clusters;

namespace VpcMirrorOperator.IntegrationTests.Cluster;

/// <summary>Many objects, or some of them.</summary>
public class ScaleTests
{
    private const int Count = 1000;

    // The client allows itself one write a second.
    private const int Incomplete = 10;

    [Fact]
    public async Task A_thousand_objects_become_ready_and_each_source_is_added_once()
    {
        await using var cluster = await TestCluster.StartAsync(seed: ManySessions.Seed(Count, Incomplete));
        await cluster.ApplyAsync(ManySessions.Manifests(Count), "--server-side");
        await using var controller = await RunningController.StartAsync(cluster, "--leader-elect", "false");
        await Eventually.TrueAsync(async () => await ReadyAsync(cluster) == Count, "all are ready", TimeSpan.FromMinutes(3));

        var added = cluster.Executed("Add");
        Assert.Equal(Enumerable.Range(0, Incomplete).Select(ManySessions.Missing).Order(), added.Order());
        Assert.Empty(cluster.Executed("Remove"));
    }

    [Fact]
    public async Task Only_the_named_namespaces_and_the_selected_objects_are_worked_on()
    {
        await using var cluster = await TestCluster.StartAsync(seed: ManySessions.Seed(3, 3));
        await cluster.KubectlAsync("create", "namespace", "team-a");
        await cluster.ApplyAsync(ManySessions.Manifest(0, "team-a", "1"));
        await cluster.ApplyAsync(ManySessions.Manifest(1, "team-a", "2"));
        await cluster.ApplyAsync(ManySessions.Manifest(2, "default", "1"));
        await using var controller = await RunningController.StartAsync(
            cluster, "--leader-elect", "false", "--namespaces", "team-a", "--selector", "shard=1");
        await cluster.HasConditionAsync("many-0", "Ready", "team-a");
        Assert.Equal("", await cluster.ReasonAsync("many-1", "team-a"));
        Assert.Equal("", await cluster.ReasonAsync("many-2"));
        Assert.Equal([ManySessions.Missing(0)], cluster.Executed("Add"));
    }

    private static async Task<int> ReadyAsync(TestCluster cluster)
    {
        var output = await cluster.KubectlAsync(
            "get", "tms", "-o", """jsonpath={.items[*].status.conditions[?(@.type=="Ready")].status}""");
        return output.Split(' ', StringSplitOptions.RemoveEmptyEntries).Count(status => status == "True");
    }
}
