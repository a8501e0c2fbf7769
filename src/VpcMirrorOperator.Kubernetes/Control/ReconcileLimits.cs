namespace VpcMirrorOperator.Kubernetes.Control;

/// <summary>What ends one reconcile from outside: its time limit and the shutdown.</summary>
internal sealed class ReconcileLimits : IDisposable
{
    private readonly CancellationToken _stop;
    private readonly CancellationTokenSource _either;
    private readonly CancellationTokenRegistration _onStop;

    public ReconcileLimits(TimeProvider time, CancellationToken stop)
    {
        _stop = stop;
        _either = new CancellationTokenSource(ControllerTimes.ReconcileTimeout, time);
        // By hand: a linked source beside one with a timer would be two, for each reconcile.
        _onStop = stop.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _either);
    }

    public CancellationToken Token => _either.Token;

    public bool IsStopped => _stop.IsCancellationRequested;

    public bool IsUsedUp => _either.IsCancellationRequested;

    public void Dispose()
    {
        _onStop.Dispose();
        _either.Dispose();
    }
}
