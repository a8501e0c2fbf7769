using Prometheus;
using VpcMirrorOperator.Kubernetes.Control;

namespace VpcMirrorOperator.Engine.Kinds;

/// <summary><c>controller_runtime_*</c>: the reconciles of one controller.</summary>
internal sealed class ReconcileMetrics : IControllerMetrics
{
    private readonly Dictionary<string, Counter.Child> _total;
    private readonly Counter.Child _errors;
    private readonly Counter.Child _panics;
    private readonly Counter.Child _timeouts;
    private readonly Histogram.Child _seconds;
    private readonly Gauge.Child _active;

    public ReconcileMetrics(IMetricFactory factory, string controller, int concurrency)
    {
        var total = factory.CreateCounter("controller_runtime_reconcile_total", "Reconciles, by result.", ["controller", "result"]);
        // A series that begins with its first event would hide that event from increase().
        string[] results = ["success", "requeue", "requeue_after", "error"];
        _total = results.ToDictionary(result => result, result => total.WithLabels(controller, result), StringComparer.Ordinal);
        _errors = Count("controller_runtime_reconcile_errors_total", "Reconciles that failed.");
        _panics = Count("controller_runtime_reconcile_panics_total", "Reconciles that ended in an unexpected exception.");
        _timeouts = Count("controller_runtime_reconcile_timeouts_total", "Reconciles that reached their time limit.");
        _seconds = factory.CreateHistogram(
            "controller_runtime_reconcile_time_seconds", "Length of a reconcile.", ["controller"],
            new HistogramConfiguration { Buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120] })
                .WithLabels(controller);
        _active = Level("controller_runtime_active_workers", "Workers that are at work.");
        Level("controller_runtime_max_concurrent_reconciles", "The most reconciles at once.").Set(concurrency);

        Counter.Child Count(string name, string help) => factory.CreateCounter(name, help, ["controller"]).WithLabels(controller);
        Gauge.Child Level(string name, string help) => factory.CreateGauge(name, help, ["controller"]).WithLabels(controller);
    }

    /// <inheritdoc/>
    public void ReconcileStarted() => _active.Inc();

    /// <inheritdoc/>
    public void WorkerFreed() => _active.Dec();

    /// <inheritdoc/>
    public void ReconcileEnded(ReconcileResult result, TimeSpan took)
    {
        _seconds.Observe(took.TotalSeconds);
        _total[Label(result)].Inc();
        if (Label(result) == "error") _errors.Inc();
        if (result == ReconcileResult.Thrown) _panics.Inc();
        if (result == ReconcileResult.TimedOut) _timeouts.Inc();
    }

    /// <summary>The four values that controller-runtime knows.</summary>
    private static string Label(ReconcileResult result) => result switch
    {
        ReconcileResult.Success => "success",
        ReconcileResult.RequeueAfter => "requeue_after",
        ReconcileResult.Waiting or ReconcileResult.Conflict or ReconcileResult.Interrupted => "requeue",
        _ => "error",
    };
}
