namespace VpcMirrorOperator.Kubernetes.Tests.Leader;

/// <summary>How the lease is handed over at the end.</summary>
public sealed class ReleaseTests : IDisposable
{
    private readonly LeaderRig rig = new();

    public void Dispose() => rig.Dispose();

    [Fact]
    public void Stopping_renews_until_the_work_has_ended_then_releases()
    {
        var running = rig.Run();
        rig.Kube.Do(rig.Stop.Cancel);
        Assert.True(rig.WorkToken.IsCancellationRequested);
        rig.Kube.Advance(18);
        Assert.Equal("a", rig.Server.Holder);
        Assert.True(rig.Election.IsLeader);
        rig.Kube.Do(rig.Work.SetResult);
        Assert.True(running.IsCompletedSuccessfully);
        Assert.Equal(("", 1), (rig.Server.Holder, rig.Server.Seconds));
        Assert.False(rig.Election.IsLeader);
    }

    [Fact]
    public void A_release_that_meets_a_conflict_is_repeated_but_never_takes_from_another()
    {
        var running = rig.Run();
        rig.Server.Store("""{"holderIdentity":"a","leaseDurationSeconds":15,"leaseTransitions":0}""");
        rig.Kube.Do(rig.Work.SetResult);
        Assert.Equal("", rig.Server.Holder);
        Assert.True(running.IsCompletedSuccessfully);
    }

    [Fact]
    public void A_release_that_cannot_be_written_does_not_hold_up_the_end()
    {
        var running = rig.Run();
        rig.Server.Always = Fault.Hang;
        rig.Kube.Do(rig.Work.SetResult);
        rig.Kube.Advance(5.1);
        Assert.True(running.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task An_exception_of_the_work_is_passed_on_after_the_release()
    {
        var running = rig.Run();
        rig.Kube.Do(() => rig.Work.SetException(new InvalidDataException("defect")));
        await Assert.ThrowsAsync<InvalidDataException>(() => running);
        Assert.Equal("", rig.Server.Holder);
    }
}
