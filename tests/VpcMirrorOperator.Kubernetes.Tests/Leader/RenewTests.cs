using VpcMirrorOperator.Kubernetes.Leader;

namespace VpcMirrorOperator.Kubernetes.Tests.Leader;

/// <summary>How the lease is kept, and how it is lost.</summary>
public sealed class RenewTests : IDisposable
{
    private readonly LeaderRig rig = new();

    public void Dispose() => rig.Dispose();

    [Fact]
    public void A_leader_renews_every_two_seconds_with_one_request()
    {
        rig.Run();
        var before = rig.Kube.Server.Requests.Count;
        rig.Kube.Advance(20);
        Assert.Equal(10, rig.Kube.Server.Requests.Count - before);
        Assert.All(rig.Kube.Server.Requests.Skip(before), r => Assert.StartsWith("PATCH", r, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Fault.DropBefore)]
    [InlineData(Fault.DropAfter)]
    [InlineData(Fault.Hang)]
    [InlineData(Fault.Unavailable)]
    public void One_failed_renewal_does_not_cost_the_leadership(object fault)
    {
        var running = rig.Run();
        rig.Server.Faults.Enqueue((Fault)fault);
        rig.Kube.Advance(30);
        Assert.True(rig.Election.IsLeader);
        Assert.False(running.IsCompleted);
        Assert.Equal(("a", 0), (rig.Server.Holder, rig.Server.Transitions));
    }

    [Fact]
    public void Somebody_who_labels_the_lease_does_not_take_it()
    {
        var running = rig.Run();
        rig.Server.Store("""{"holderIdentity":"a","leaseDurationSeconds":15,"leaseTransitions":0}""", """{"team":"x"}""");
        rig.Kube.Advance(30);
        Assert.False(running.IsCompleted);
        Assert.Equal("x", (string?)rig.Server.Stored!["metadata"]!["labels"]!["team"]);
    }

    [Fact]
    public void Conflicts_in_a_row_do_not_cost_the_leadership()
    {
        var running = rig.Run();
        for (var i = 0; i < 6; i++) rig.Server.Faults.Enqueue(Fault.Overtaken);
        rig.Kube.Advance(30);
        Assert.True(rig.Election.IsLeader);
        Assert.False(running.IsCompleted);
    }

    [Fact]
    public void A_leader_whose_process_stood_still_knows_that_it_is_overdue()
    {
        rig.Run();
        Assert.False(rig.Election.IsOverdue);
        rig.Kube.Time.Advance(TimeSpan.FromSeconds(16));
        Assert.True(rig.Election.IsOverdue);
        Assert.False(rig.Election.IsLeader);
    }

    [Fact]
    public void A_deleted_lease_is_made_again()
    {
        var running = rig.Run();
        rig.Server.Delete();
        rig.Kube.Advance(3);
        Assert.Equal("a", rig.Server.Holder);
        Assert.False(running.IsCompleted);
    }

    [Theory]
    [InlineData(Fault.DropBefore)]
    [InlineData(Fault.Hang)]
    [InlineData(Fault.Unavailable)]
    public async Task A_leader_that_cannot_renew_for_ten_seconds_stops_being_one_before_others_may_take_over(object fault)
    {
        var running = rig.Run();
        rig.Server.Always = (Fault)fault;
        rig.Kube.Advance(9.8);
        Assert.True(rig.Election.IsLeader);
        rig.Kube.Advance(0.3);
        Assert.False(rig.Election.IsLeader);
        Assert.True(rig.WorkToken.IsCancellationRequested);
        await Assert.ThrowsAsync<LeaseLostException>(() => running);
        Assert.Equal([true, false], rig.Metrics);
    }

    [Fact]
    public async Task A_lease_that_another_holds_is_lost_at_once_without_waiting_for_the_work()
    {
        var running = rig.Run();
        rig.Server.Store(LeaderRig.HeldByB);
        rig.Kube.Advance(2.1);
        await Assert.ThrowsAsync<LeaseLostException>(() => running);
        Assert.False(rig.Work.Task.IsCompleted);
        Assert.Equal("b", rig.Server.Holder);
    }
}
