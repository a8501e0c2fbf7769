namespace VpcMirrorOperator.Kubernetes.Tests.LeaderElection;

/// <summary>How the lease is handed over at the end.</summary>
public sealed class LeaderReleaseTests : IDisposable
{
    private readonly LeaderRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public void Stopping_renews_until_the_work_has_ended_then_releases()
    {
        var running = _rig.Run();
        _rig.Kube.Do(_rig.Stop.Cancel);
        Assert.True(_rig.WorkToken.IsCancellationRequested);
        _rig.Kube.Advance(18);
        Assert.Equal("a", _rig.Server.Holder);
        Assert.True(_rig.Election.IsLeader);
        _rig.Kube.Do(_rig.Work.SetResult);
        Assert.True(running.IsCompletedSuccessfully);
        Assert.Equal(("", 1), (_rig.Server.Holder, _rig.Server.Seconds));
        Assert.False(_rig.Election.IsLeader);
    }

    [Fact]
    public void A_release_that_meets_a_conflict_is_repeated_but_never_takes_from_another()
    {
        var running = _rig.Run();
        _rig.Server.Store("""{"holderIdentity":"a","leaseDurationSeconds":15,"leaseTransitions":0}""");
        _rig.Kube.Do(_rig.Work.SetResult);
        Assert.Equal("", _rig.Server.Holder);
        Assert.True(running.IsCompletedSuccessfully);
    }

    [Fact]
    public void A_release_that_cannot_be_written_does_not_hold_up_the_end()
    {
        var running = _rig.Run();
        _rig.Server.Always = Fault.Hang;
        _rig.Kube.Do(_rig.Work.SetResult);
        _rig.Kube.Advance(5.1);
        Assert.True(running.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task An_exception_of_the_work_is_passed_on_after_the_release()
    {
        var running = _rig.Run();
        _rig.Kube.Do(() => _rig.Work.SetException(new InvalidDataException("defect")));
        await Assert.ThrowsAsync<InvalidDataException>(() => running);
        Assert.Equal("", _rig.Server.Holder);
    }
}
