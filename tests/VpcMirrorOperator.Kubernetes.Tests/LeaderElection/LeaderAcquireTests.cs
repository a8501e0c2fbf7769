using Moq;

namespace VpcMirrorOperator.Kubernetes.Tests.LeaderElection;

/// <summary>Who gets the lease, and when.</summary>
public sealed class LeaderAcquireTests : IDisposable
{
    private readonly LeaderRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public void A_lease_that_does_not_exist_is_created_and_held()
    {
        _rig.Run();
        Assert.Equal(("a", 15, 0), (_rig.Server.Holder, _rig.Server.Seconds, _rig.Server.Transitions));
        Assert.True(_rig.Election.IsLeader);
        _rig.Metrics.Verify(m => m.Leading(true), Times.Once);
        _rig.Metrics.VerifyNoOtherCalls();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"holderIdentity":"","leaseDurationSeconds":1,"leaseTransitions":3}""")]
    public void A_lease_whose_holder_is_absent_or_empty_is_taken_at_once(string spec)
    {
        _rig.Server.Store(spec);
        _rig.Run();
        Assert.Equal("a", _rig.Server.Holder);
    }

    [Fact]
    public void A_silent_holder_is_waited_for_by_our_own_clock_whatever_its_record_says()
    {
        _rig.Server.Store(LeaderRig.HeldByB);
        _rig.Run();
        _rig.Kube.Advance(14.9);
        Assert.Equal("b", _rig.Server.Holder);
        _rig.Kube.Advance(2.5);
        Assert.Equal(("a", 4), (_rig.Server.Holder, _rig.Server.Transitions));
    }

    [Fact]
    public void A_holder_that_renews_is_left_alone()
    {
        _rig.Run(held: true);
        for (var i = 0; i < 10; i++)
        {
            _rig.Kube.Advance(10);
            _rig.Server.Store($$"""{"holderIdentity":"b","leaseDurationSeconds":15,"leaseTransitions":{{i}}}""");
        }

        Assert.False(_rig.Election.IsLeader);
    }

    [Fact]
    public void Stopping_while_waiting_ends_without_work()
    {
        var running = _rig.Run(held: true);
        _rig.Kube.Do(_rig.Stop.Cancel);
        Assert.True(running.IsCompletedSuccessfully);
        Assert.False(_rig.Worked);
    }

    [Fact]
    public void A_candidate_without_a_name_is_refused() =>
        Assert.Throws<ArgumentException>(() => _rig.Make(LeaderRig.Options() with { Identity = "" }));
}
