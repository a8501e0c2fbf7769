using Moq;
using VpcMirrorOperator.Kubernetes.LeaderElection;

namespace VpcMirrorOperator.Kubernetes.Tests.LeaderElection;

/// <summary>How the lease is kept, and how it is lost.</summary>
public sealed class LeaderRenewTests : IDisposable
{
    private readonly LeaderRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public void A_leader_renews_every_two_seconds_with_one_request()
    {
        _rig.Run();
        var before = _rig.Kube.Server.Requests.Count;
        _rig.Kube.Advance(20);
        Assert.Equal(10, _rig.Kube.Server.Requests.Count - before);
        Assert.All(_rig.Kube.Server.Requests.Skip(before), r => Assert.StartsWith("PATCH", r, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Fault.DropBefore)]
    [InlineData(Fault.DropAfter)]
    [InlineData(Fault.Hang)]
    [InlineData(Fault.Unavailable)]
    public void One_failed_renewal_does_not_cost_the_leadership(object fault)
    {
        var running = _rig.Run();
        _rig.Server.Faults.Enqueue((Fault)fault);
        _rig.Kube.Advance(30);
        Assert.True(_rig.Election.IsLeader);
        Assert.False(running.IsCompleted);
        Assert.Equal(("a", 0), (_rig.Server.Holder, _rig.Server.Transitions));
        _rig.Metrics.Verify(m => m.Leading(false), Times.Never);
    }

    [Theory]
    [InlineData(Fault.Hang)]
    [InlineData(Fault.Unavailable)]
    public void A_failed_renewal_is_counted_and_a_conflict_is_not(object fault)
    {
        _rig.Run();
        _rig.Server.Faults.Enqueue(Fault.Overtaken);
        _rig.Kube.Advance(3);
        _rig.Metrics.Verify(m => m.RenewFailed(), Times.Never);
        _rig.Server.Faults.Enqueue((Fault)fault);
        _rig.Kube.Advance(10);
        _rig.Metrics.Verify(m => m.RenewFailed(), Times.Once);
    }

    [Fact]
    public void Somebody_who_labels_the_lease_does_not_take_it()
    {
        var running = _rig.Run();
        _rig.Server.Store("""{"holderIdentity":"a","leaseDurationSeconds":15,"leaseTransitions":0}""", """{"team":"x"}""");
        _rig.Kube.Advance(30);
        Assert.False(running.IsCompleted);
        Assert.Equal("x", (string?)_rig.Server.Stored!["metadata"]!["labels"]!["team"]);
    }

    [Fact]
    public void Conflicts_in_a_row_do_not_cost_the_leadership()
    {
        var running = _rig.Run();
        for (var i = 0; i < 6; i++) _rig.Server.Faults.Enqueue(Fault.Overtaken);
        _rig.Kube.Advance(30);
        Assert.True(_rig.Election.IsLeader);
        Assert.False(running.IsCompleted);
    }

    [Fact]
    public void A_leader_whose_process_stood_still_knows_that_it_is_overdue()
    {
        _rig.Run();
        Assert.False(_rig.Election.IsOverdue);
        _rig.Kube.Time.Advance(TimeSpan.FromSeconds(16));
        Assert.True(_rig.Election.IsOverdue);
        Assert.False(_rig.Election.IsLeader);
    }

    [Fact]
    public void A_deleted_lease_is_made_again()
    {
        var running = _rig.Run();
        _rig.Server.Delete();
        _rig.Kube.Advance(3);
        Assert.Equal("a", _rig.Server.Holder);
        Assert.False(running.IsCompleted);
    }

    [Theory]
    [InlineData(Fault.DropBefore)]
    [InlineData(Fault.Hang)]
    [InlineData(Fault.Unavailable)]
    public async Task A_leader_that_cannot_renew_for_ten_seconds_stops_being_one_before_others_may_take_over(object fault)
    {
        var running = _rig.Run();
        _rig.Server.Always = (Fault)fault;
        _rig.Kube.Advance(9.8);
        Assert.True(_rig.Election.IsLeader);
        _rig.Kube.Advance(0.3);
        Assert.False(_rig.Election.IsLeader);
        Assert.True(_rig.WorkToken.IsCancellationRequested);
        await Assert.ThrowsAsync<LeaseLostException>(() => running);
        _rig.Metrics.Verify(m => m.Leading(true), Times.Once);
        _rig.Metrics.Verify(m => m.Leading(false), Times.Once);
    }

    [Fact]
    public async Task A_lease_that_another_holds_is_lost_at_once_without_waiting_for_the_work()
    {
        var running = _rig.Run();
        _rig.Server.Store(LeaderRig.HeldByB);
        _rig.Kube.Advance(2.1);
        await Assert.ThrowsAsync<LeaseLostException>(() => running);
        Assert.False(_rig.Work.Task.IsCompleted);
        Assert.Equal("b", _rig.Server.Holder);
    }
}
