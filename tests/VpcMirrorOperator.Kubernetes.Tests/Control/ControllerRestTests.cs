using VpcMirrorOperator.Kubernetes.Control;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Tests.Control;

/// <summary>What waits for others needs no worker.</summary>
public sealed class ControllerRestTests : IDisposable
{
    private readonly ControllerRig _rig = new(new ControllerOptions { Workers = 1 });
    private readonly TaskCompletionSource<Outcome> _rest = new();

    public ControllerRestTests() =>
        _rig.Reconciler.Reconcile = (key, _) => new(key.Name == "a" ? Outcome.GoesOn(_rest.Task) : Outcome.Done);

    public void Dispose() => _rig.Dispose();

    [Fact]
    public void The_worker_goes_on_with_other_keys_while_a_reconcile_goes_on_without_it()
    {
        _rig.Add("a", "b", "c");
        Assert.Equal(["a", "b", "c"], _rig.Reconciler.Begun.Select(b => b.Name));
        Assert.Equal((3, 3, 2), (_rig.Metrics.Started, _rig.Metrics.Freed, _rig.Metrics.Ended.Count));
    }

    [Fact]
    public void Its_key_stays_taken_until_the_rest_has_ended()
    {
        _rig.Add("a");
        _rig.Add("a");
        _rig.Advance(5);
        Assert.Single(_rig.Reconciler.Begun);
        _rig.Do(() => _rest.SetResult(Outcome.Done));
        Assert.Equal(2, _rig.Reconciler.Begun.Count);
        Assert.Equal((ReconcileResult.Success, 5.0), _rig.Metrics.Ended[0]);
    }

    [Fact]
    public void The_rest_says_what_becomes_of_the_key()
    {
        _rig.Add("a");
        _rig.Do(() => _rest.SetException(new ConflictException("status")));
        Assert.Equal(ReconcileResult.Conflict, _rig.Metrics.Ended.Single().Result);
        _rig.Reconciler.Reconcile = (_, _) => new(Outcome.Done);
        _rig.Advance(0.2);
        Assert.Equal([0.0, 0.2], _rig.Reconciler.Seconds);
    }

    [Fact]
    public void The_time_limit_counts_from_the_beginning()
    {
        _rig.Reconciler.Reconcile = (_, stop) => new(Outcome.GoesOn(NeverAsync(stop)));
        _rig.Add("a");
        _rig.Advance(120);
        Assert.Equal([(ReconcileResult.TimedOut, 120.0)], _rig.Metrics.Ended);
    }

    [Fact]
    public void A_shutdown_waits_for_it_and_cancels_it_after_the_grace_period()
    {
        _rig.Reconciler.Reconcile = (_, stop) => new(Outcome.GoesOn(NeverAsync(stop)));
        _rig.Add("a");
        _rig.Stop();
        _rig.Advance(19.9);
        Assert.False(_rig.Running.IsCompleted);
        _rig.Advance(0.1);
        Assert.True(_rig.Running.IsCompletedSuccessfully);
        Assert.Equal([(ReconcileResult.Interrupted, 20.0)], _rig.Metrics.Ended);
    }

    [Fact]
    public void A_rest_that_has_ended_already_is_its_outcome() =>
        Assert.Same(Outcome.Done, Outcome.GoesOn(Task.FromResult(Outcome.Done)));

    [Fact]
    public void One_that_waits_comes_back_when_it_is_added_or_at_last_after_its_time_and_keeps_its_failures()
    {
        _rig.Reconciler.Reconcile = (_, _) => new(Outcome.WaitFor(TimeSpan.FromSeconds(10)));
        _rig.Queue.AddRateLimited(ControllerRig.Key("x"));
        _rig.Advance(3);
        _rig.Add("x");
        _rig.Advance(10);
        Assert.Equal([1.0, 3.0, 13.0], _rig.Reconciler.Seconds);
        Assert.Equal(1, _rig.Queue.Failures(ControllerRig.Key("x")));
        Assert.All(_rig.Metrics.Ended, end => Assert.Equal(ReconcileResult.Waiting, end.Result));
    }

    private async Task<Outcome> NeverAsync(CancellationToken stop)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, _rig.Time, stop);
        return Outcome.Done;
    }
}
