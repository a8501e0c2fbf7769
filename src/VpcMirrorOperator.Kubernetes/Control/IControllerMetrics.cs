namespace VpcMirrorOperator.Kubernetes.Control;

/// <summary>
/// What a <see cref="Controller"/> reports about its reconciles. The names that dashboards know are given by whoever implements this:
/// <c>controller_runtime_reconcile_total</c>, <c>_errors_total</c>, <c>_panics_total</c>, <c>_timeouts_total</c>,
/// <c>_time_seconds</c>, <c>controller_runtime_active_workers</c>. Called from all workers at once; must be quick and must not throw.
/// </summary>
public interface IControllerMetrics
{
    /// <summary>A worker begins a reconcile.</summary>
    void ReconcileStarted();

    /// <summary>
    /// The worker is free for another key: the reconcile has ended, or its rest needs no worker. Once for each reconcile that started.
    /// </summary>
    void WorkerFreed();

    /// <summary>A reconcile has ended, its rest included.</summary>
    /// <param name="result">How.</param>
    /// <param name="took">How long it took.</param>
    void ReconcileEnded(ReconcileResult result, TimeSpan took);
}
