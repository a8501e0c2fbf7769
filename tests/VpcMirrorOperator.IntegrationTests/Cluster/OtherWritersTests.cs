using VpcMirrorOperator.TestSupport;
using VpcMirrorOperator.TestSupport.Clusters;

namespace VpcMirrorOperator.IntegrationTests.Cluster;

/// <summary>The operator is not the only one who writes its objects.</summary>
public class OtherWritersTests
{
    [Fact]
    public async Task Two_field_managers_share_one_list_and_each_takes_out_only_its_own_sources()
    {
        await using var cluster = await TestCluster.StartAsync();
        await using var controller = await RunningController.StartAsync(cluster, "--leader-elect", "false");
        await cluster.ApplyAsync(Edge("eni-t4n0jjkzx6wty9u4rh43", "eni-t4nteama0001"), "--server-side", "--field-manager=team-a");
        await cluster.ApplyAsync(Edge("eni-t4nteamb0001", "eni-t4nteamb0002"), "--server-side", "--field-manager=team-b");
        await SettlesAsync(cluster, "eni-t4n0jjkzx6wty9u4rh43", "eni-t4nteama0001", "eni-t4nteamb0001", "eni-t4nteamb0002");

        await cluster.ApplyAsync(Edge("eni-t4nteamb0002"), "--server-side", "--field-manager=team-b");
        await SettlesAsync(cluster, "eni-t4n0jjkzx6wty9u4rh43", "eni-t4nteama0001", "eni-t4nteamb0002");
        Assert.DoesNotContain("eni-t4n0jjkzx6wty9u4rh43", cluster.Executed("Remove"));
        Assert.DoesNotContain("eni-t4nteama0001", cluster.Executed("Remove"));
    }

    [Fact]
    public async Task A_second_writer_who_never_stops_neither_stops_the_work_nor_doubles_it()
    {
        await using var cluster = await TestCluster.StartAsync();
        await using var controller = await RunningController.StartAsync(cluster, "--leader-elect", "false");
        using var enough = new CancellationTokenSource();
        await cluster.BeginWebTierAsync();
        var storm = StormAsync(cluster, enough.Token);
        await cluster.BecomesReadyAsync("web-tier");
        await enough.CancelAsync();
        Assert.True(await storm > 5, "too few writes to be a storm");
        cluster.EveryWriteWasMadeOnce();
    }

    [Fact]
    public async Task Of_two_objects_of_a_namespace_for_one_session_the_older_works_and_the_other_takes_over_when_it_is_gone()
    {
        await using var cluster = await TestCluster.StartAsync();
        await using var controller = await RunningController.StartAsync(cluster, "--leader-elect", "false");
        await cluster.ApplyAsync(Edge("eni-t4n0jjkzx6wty9u4rh43"));
        await cluster.BecomesReadyAsync("edge");
        await cluster.ApplyAsync(Edge("eni-t4nteamb0001").Replace("\"edge\"", "\"next\"", StringComparison.Ordinal));
        await cluster.HasConditionAsync("next", "OwnershipConflict");
        Assert.DoesNotContain("eni-t4nteamb0001", cluster.Executed("Add"));

        await cluster.KubectlAsync("delete", "tms/edge");
        await cluster.HasConditionAsync("next", "Ready");
        await SettlesAsync(cluster, "eni-t4nteamb0001");
    }

    private static async Task<int> StormAsync(TestCluster cluster, CancellationToken enough)
    {
        var writes = 0;
        while (!enough.IsCancellationRequested)
        {
            await cluster.KubectlAsync("label", "tms/web-tier", "--overwrite", $"storm=n{writes++}");
            // Also the part of the status that nobody else should touch.
            await cluster.MergeAsync("web-tier", """{"status":{"lastHandledReconcileAt":"storm"}}""", "--subresource=status");
        }

        return writes;
    }

    private static Task SettlesAsync(TestCluster cluster, params string[] ids) => Eventually.TrueAsync(
        () => Task.FromResult(cluster.Cloud.Snapshot().Find("demo", "ap-southeast-1", "tms-t4ne8fja3wywowohsb0i")!.Sources.SetEquals(ids)),
        "the session has exactly " + string.Join(", ", ids));

    private static string Edge(params string[] ids) => $$"""
        {"apiVersion": "vpcmirror.io/v1alpha1", "kind": "TrafficMirrorSession", "metadata": {"name": "edge"}, "spec": {
          "regionId": "ap-southeast-1", "trafficMirrorSessionId": "tms-t4ne8fja3wywowohsb0i",
          "sourceIds": [{{string.Join(", ", ids.Select(id => $"\"{id}\""))}}]
        } }
        """;
}
