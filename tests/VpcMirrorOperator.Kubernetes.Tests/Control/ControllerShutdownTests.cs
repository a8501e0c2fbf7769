using VpcMirrorOperator.Kubernetes.Control;

namespace VpcMirrorOperator.Kubernetes.Tests.Control;

public sealed class ControllerShutdownTests : IDisposable
{
    private readonly ControllerRig _rig = new(new ControllerOptions { Workers = 1 });
    private readonly TaskCompletionSource<Outcome> _open = new();

    public ControllerShutdownTests() =>
        _rig.Reconciler.Reconcile = async (_, cancellationToken) => await _open.Task.WaitAsync(cancellationToken);

    public void Dispose() => _rig.Dispose();

    [Fact]
    public void An_idle_controller_stops_at_once()
    {
        _rig.Stop();
        Assert.True(_rig.Running.IsCompletedSuccessfully);
    }

    [Fact]
    public void A_running_reconcile_may_finish_within_the_grace_period_and_no_new_key_is_taken()
    {
        _rig.Add("a", "b");
        _rig.Stop();
        _rig.Advance(19.9);
        Assert.False(_rig.Running.IsCompleted);
        _rig.Do(() => _open.SetResult(Outcome.Done));
        Assert.True(_rig.Running.IsCompletedSuccessfully);
        Assert.Equal([(ReconcileResult.Success, 19.9)], _rig.Metrics.Ended);
        Assert.Equal(["a"], _rig.Reconciler.Begun.Select(b => b.Name));
        Assert.Equal(1, _rig.Queue.Count);
    }

    [Fact]
    public void A_reconcile_that_outlasts_the_grace_period_is_cancelled_and_its_key_kept()
    {
        _rig.Add("a");
        _rig.Stop();
        _rig.Advance(20);
        Assert.True(_rig.Running.IsCompletedSuccessfully);
        Assert.Equal([(ReconcileResult.Interrupted, 20.0)], _rig.Metrics.Ended);
        Assert.Equal((1, 0), (_rig.Queue.Count, _rig.Queue.Failures(ControllerRig.Key("a"))));
        Assert.Contains(_rig.Log.Lines, l => l.Id == 112);
    }

    [Fact]
    public void Draining_the_queue_ends_the_controller_after_the_last_key()
    {
        _rig.Add("a", "b");
        _rig.Do(_rig.Queue.ShutDown);
        Assert.False(_rig.Running.IsCompleted);
        _rig.Do(() => _open.SetResult(Outcome.Done));
        Assert.True(_rig.Running.IsCompletedSuccessfully);
        Assert.Equal(2, _rig.Reconciler.Begun.Count);
    }
}
