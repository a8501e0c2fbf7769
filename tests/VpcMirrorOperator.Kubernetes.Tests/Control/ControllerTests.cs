using Microsoft.Extensions.Logging;
using VpcMirrorOperator.Kubernetes.Control;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Tests.Control;

public sealed class ControllerTests : IDisposable
{
    private readonly ControllerRig _rig = new(new ControllerOptions { InstancePrefix = "f00d-" });

    public void Dispose() => _rig.Dispose();

    [Fact]
    public void Done_leaves_the_key_alone_and_forgets_its_failures()
    {
        _rig.Queue.AddRateLimited(ControllerRig.Key("a"));
        _rig.Advance(100);
        Assert.Equal([1.0], _rig.Reconciler.Seconds);
        Assert.Equal(0, _rig.Queue.Known);
    }

    [Fact]
    public void RequeueAfter_comes_back_after_its_delay_and_forgets_failures()
    {
        _rig.Reconciler.Reconcile = (_, _) => new(Outcome.RequeueAfter(TimeSpan.FromSeconds(5)));
        _rig.Queue.AddRateLimited(ControllerRig.Key("a"));
        _rig.Advance(12);
        Assert.Equal([1.0, 6.0, 11.0], _rig.Reconciler.Seconds);
        Assert.Equal(0, _rig.Queue.Failures(ControllerRig.Key("a")));
    }

    [Fact]
    public void A_change_brings_a_waiting_key_back_earlier()
    {
        _rig.Reconciler.Reconcile = (_, _) => new(Outcome.RequeueAfter(TimeSpan.FromSeconds(5)));
        _rig.Add("a");
        _rig.Advance(2);
        _rig.Add("a");
        _rig.Advance(5);
        Assert.Equal([0.0, 2.0, 7.0], _rig.Reconciler.Seconds);
    }

    [Fact]
    public void Failed_comes_back_ever_more_slowly_for_ever()
    {
        _rig.Reconciler.Reconcile = (_, _) => new(Outcome.Failed("no route"));
        _rig.Add("a");
        _rig.Advance(1200);
        Assert.Equal([0.0, 1, 3, 7, 15, 31, 63, 127, 255, 511, 811, 1111], _rig.Reconciler.Seconds);
        Assert.All(_rig.Metrics.Ended, e => Assert.Equal(ReconcileResult.Failed, e.Result));
        Assert.Contains(_rig.Log.Lines, l => l.Level == LogLevel.Warning && l.Text.Contains("no route", StringComparison.Ordinal));
    }

    [Fact]
    public void An_exception_is_logged_and_retried_and_does_not_end_the_worker()
    {
        var error = new InvalidDataException("boom");
        _rig.Reconciler.Reconcile = (_, _) => throw error;
        _rig.Add("a");
        _rig.Advance(1);
        Assert.Equal([0.0, 1.0], _rig.Reconciler.Seconds);
        Assert.Equal([ReconcileResult.Thrown, ReconcileResult.Thrown], _rig.Metrics.Ended.Select(e => e.Result));
        Assert.Same(error, _rig.Log.Lines.First(l => l.Id == 111).Error);
    }

    [Fact]
    public void A_cancellation_that_is_not_ours_is_an_ordinary_failure()
    {
        _rig.Reconciler.Reconcile = (_, _) => throw new TaskCanceledException("HTTP time-out");
        _rig.Add("a");
        Assert.Equal([ReconcileResult.Thrown], _rig.Metrics.Ended.Select(e => e.Result));
        Assert.Equal(1, _rig.Queue.Failures(ControllerRig.Key("a")));
    }

    [Fact]
    public void A_conflict_is_observed_again_soon_without_counting_as_failure()
    {
        var reconciles = 0;
        _rig.Reconciler.Reconcile = (_, _) => ++reconciles < 4 ? throw new ConflictException("status") : new(Outcome.Done);
        _rig.Add("a");
        _rig.Advance(1);
        Assert.Equal([0.0, 0.2, 0.4, 0.6], _rig.Reconciler.Seconds);
        Assert.DoesNotContain(_rig.Log.Lines, l => l.Level >= LogLevel.Warning);
    }

    [Fact]
    public void A_reconcile_over_its_time_limit_is_cancelled_and_counts_as_failed()
    {
        _rig.Reconciler.Reconcile = async (_, cancellationToken) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, _rig.Time, cancellationToken);
            return Outcome.Done;
        };
        _rig.Add("a");
        _rig.Advance(119.9);
        Assert.Empty(_rig.Metrics.Ended);
        _rig.Advance(0.1);
        Assert.Equal([(ReconcileResult.TimedOut, 120.0)], _rig.Metrics.Ended);
        _rig.Advance(1);
        Assert.Equal([0.0, 121.0], _rig.Reconciler.Seconds);
    }

    [Fact]
    public void Four_workers_run_four_keys_at_once_and_no_more()
    {
        var open = new TaskCompletionSource<Outcome>();
        _rig.Reconciler.Reconcile = (_, _) => new(open.Task);
        _rig.Add("a", "b", "c", "d", "e");
        Assert.Equal(["a", "b", "c", "d"], _rig.Reconciler.Begun.Select(b => b.Name));
        _rig.Do(() => open.SetResult(Outcome.Done));
        Assert.Equal(5, _rig.Reconciler.Begun.Count);
        Assert.Equal((5, 5), (_rig.Metrics.Started, _rig.Metrics.Ended.Count));
    }

    [Fact]
    public void A_key_added_during_its_reconcile_is_reconciled_again_afterwards()
    {
        var open = new TaskCompletionSource<Outcome>();
        _rig.Reconciler.Reconcile = (_, _) => new(open.Task);
        _rig.Add("a");
        _rig.Add("a");
        Assert.Single(_rig.Reconciler.Begun);
        _rig.Do(() => open.SetResult(Outcome.Done));
        Assert.Equal(2, _rig.Reconciler.Begun.Count);
    }

    [Fact]
    public void Every_reconcile_logs_in_a_scope_with_a_reconcile_id_of_its_own()
    {
        _rig.Add("a");
        _rig.Add("b");
        Assert.Equal(
            ["controller test object ns/a reconcile f00d-1", "controller test object ns/b reconcile f00d-2"],
            _rig.Log.Lines.Where(l => l.Id == 110).Select(l => l.Scope));
    }

    [Fact]
    public void A_defect_of_the_runtime_itself_ends_the_controller_instead_of_one_silent_worker()
    {
        _rig.Metrics.Broken = true;
        _rig.Add("a");
        Assert.True(_rig.Running.IsFaulted);
        Assert.Equal("broken metrics", _rig.Running.Exception!.InnerException!.Message);
    }

    [Fact]
    public void Refuses_to_run_without_workers() => Assert.Throws<ArgumentOutOfRangeException>(
        () => new ControllerRig(new ControllerOptions { Workers = 0 }));
}
