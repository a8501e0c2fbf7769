namespace VpcMirrorOperator.Kubernetes.Control;

/// <summary>What ends one reconcile from outside: its time limit and the shutdown.</summary>
internal sealed class ReconcileLimits : IDisposable
{
    private readonly CancellationToken _stop;
    private readonly CancellationTokenSource _limit;
    private readonly CancellationTokenSource _either;

    public ReconcileLimits(TimeProvider time, CancellationToken stop)
    {
        _stop = stop;
        _limit = new CancellationTokenSource(ControllerTimes.ReconcileTimeout, time);
        _either = CancellationTokenSource.CreateLinkedTokenSource(stop, _limit.Token);
    }

    public CancellationToken Token => _either.Token;

    public bool IsStopped => _stop.IsCancellationRequested;

    public bool IsUsedUp => _limit.IsCancellationRequested;

    public void Dispose()
    {
        _either.Dispose();
        _limit.Dispose();
    }
}
