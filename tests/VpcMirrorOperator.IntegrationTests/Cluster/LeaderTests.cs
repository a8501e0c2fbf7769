using VpcMirrorOperator.TestSupport;
using VpcMirrorOperator.TestSupport.Clusters;

namespace VpcMirrorOperator.IntegrationTests.Cluster;

/// <summary>Two controllers and one lease, or none.</summary>
public class LeaderTests
{
    [Fact]
    public async Task A_stopped_leader_hands_over_to_the_standby()
    {
        await using var cluster = await TestCluster.StartAsync();
        await using var leader = await RunningController.StartAsync(cluster);
        await Eventually.TrueAsync(leader.LeadsAsync, "the first one leads");
        await using var standby = await RunningController.StartAsync(cluster);
        await cluster.ApplyWebTierAsync();
        Assert.False(await standby.LeadsAsync());

        Assert.Equal(0, await leader.StopAsync());
        await Eventually.TrueAsync(standby.LeadsAsync, "the standby leads");
        await cluster.EditWebTierAsync(WebTier.Other);
        Assert.Equal([WebTier.Other], cluster.WebTierSources());
    }

    [Fact]
    public async Task A_leader_killed_before_it_got_the_answer_to_a_write_is_succeeded_and_no_write_is_doubled()
    {
        await using var cluster = await TestCluster.StartAsync();
        using var leader = ControllerProcess.Start(cluster, null);
        await Eventually.TrueAsync(leader.LeadsAsync, "the first one leads");
        await using var standby = await RunningController.StartAsync(cluster);
        // The cloud does what it is told, and the leader will not live to hear so.
        cluster.Cloud.Settings = cluster.Cloud.Settings with { ReplyDelay = TimeSpan.FromSeconds(5) };
        await cluster.BeginWebTierAsync();
        leader.Signal("KILL");
        Assert.Equal(128 + 9, await leader.Ended);
        Assert.NotEqual("", await cluster.KubectlAsync("get", "tms/web-tier", "-o", "jsonpath={.status.operation.clientToken}"));
        cluster.Cloud.Settings = cluster.Cloud.Settings with { ReplyDelay = TimeSpan.Zero };

        await cluster.BecomesReadyAsync("web-tier");
        Assert.True(await standby.LeadsAsync());
        Assert.Equal("1", await cluster.KubectlAsync("get", "lease/vpc-mirror-operator", "-o", "jsonpath={.spec.leaseTransitions}"));
        cluster.EveryWriteWasMadeOnce();
    }

    [Fact]
    public async Task A_leader_that_cannot_renew_its_lease_ends_with_exit_code_1()
    {
        await using var cluster = await TestCluster.StartAsync();
        await using var leader = await RunningController.StartAsync(cluster);
        await Eventually.TrueAsync(leader.LeadsAsync, "it leads");
        cluster.Server.Freeze();
        try
        {
            await Eventually.TrueAsync(() => Task.FromResult(leader.Ended.IsCompleted), "it ends");
            Assert.Equal(1, await leader.Ended);
        }
        finally
        {
            cluster.Server.Thaw();
        }
    }

    [Fact]
    public async Task Two_controllers_without_election_never_write_the_same_twice()
    {
        await using var cluster = await TestCluster.StartAsync();
        await using var first = await RunningController.StartAsync(cluster, "--leader-elect", "false");
        await using var second = await RunningController.StartAsync(cluster, "--leader-elect", "false");
        await cluster.ApplyWebTierAsync();
        cluster.EveryWriteWasMadeOnce();
    }
}
