using System.Collections.Concurrent;

namespace VpcMirrorOperator.Kubernetes.Control;

/// <summary>What ends one reconcile from outside: its time limit and the shutdown.</summary>
/// <param name="time">Clock of the time limit.</param>
internal sealed class ReconcileLimits(TimeProvider time) : IDisposable
{
    private readonly CancellationTokenSource _either = new(Timeout.InfiniteTimeSpan, time);
    private CancellationToken _stop;
    private CancellationTokenRegistration _onStop;

    public CancellationToken Token => _either.Token;

    public bool IsStopped => _stop.IsCancellationRequested;

    public bool IsUsedUp => _either.IsCancellationRequested;

    public void Dispose()
    {
        _onStop.Dispose();
        _either.Dispose();
    }

    private void Begin(CancellationToken stop)
    {
        _stop = stop;
        _either.CancelAfter(ControllerTimes.ReconcileTimeout);
        // By hand: a linked source beside one with a timer would be two, for each reconcile.
        _onStop = stop.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _either);
    }

    /// <summary>Whether they are as new again: not cancelled, and nothing left that could cancel them.</summary>
    private bool TryEnd() => _onStop.Unregister() && _either.TryReset();

    /// <summary>Limits that are used again, reconcile after reconcile: few are under way at a time. Thread-safe.</summary>
    /// <param name="time">Clock of the time limits.</param>
    internal sealed class Pool(TimeProvider time)
    {
        private readonly ConcurrentQueue<ReconcileLimits> _free = new();

        public ReconcileLimits Begin(CancellationToken stop)
        {
            var limits = _free.TryDequeue(out var free) ? free : new ReconcileLimits(time);
            limits.Begin(stop);
            return limits;
        }

        public void End(ReconcileLimits limits)
        {
            // A timer of another clock is not known to have been stopped in time.
            if (time == TimeProvider.System && limits.TryEnd()) _free.Enqueue(limits);
            else limits.Dispose();
        }
    }
}
