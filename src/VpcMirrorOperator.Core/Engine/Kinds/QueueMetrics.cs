using Prometheus;
using VpcMirrorOperator.Kubernetes.Queue;

namespace VpcMirrorOperator.Engine.Kinds;

/// <summary><c>workqueue_*</c>: the queue in front of a controller.</summary>
internal sealed class QueueMetrics : IWorkQueueMetrics
{
    private static readonly HistogramConfiguration Times = new() { Buckets = Histogram.ExponentialBuckets(0.001, 4, 10) };

    private readonly Counter.Child _adds;
    private readonly Counter.Child _retries;
    private readonly Gauge.Child _normalDepth;
    private readonly Gauge.Child _lowDepth;
    private readonly Histogram.Child _queuedSeconds;
    private readonly Histogram.Child _workSeconds;
    private readonly Gauge.Child _longest;
    private readonly Gauge.Child _unfinished;

    public QueueMetrics(IMetricFactory factory, string controller)
    {
        string[] labels = ["name", "controller"];
        string[] values = [controller, controller];
        _adds = factory.CreateCounter("workqueue_adds_total", "Keys added.", labels).WithLabels(values);
        _retries = factory.CreateCounter("workqueue_retries_total", "Keys added again after a failure.", labels).WithLabels(values);
        var depth = factory.CreateGauge("workqueue_depth", "Keys that are ready, by priority.", [.. labels, "priority"]);
        _normalDepth = depth.WithLabels([.. values, "0"]);
        _lowDepth = depth.WithLabels([.. values, "-100"]);
        _queuedSeconds = Spread("workqueue_queue_duration_seconds", "Time that keys were ready.");
        _workSeconds = Spread("workqueue_work_duration_seconds", "Time that keys were worked on.");
        _longest = Level("workqueue_longest_running_processor_seconds", "How long the longest work under way has taken.");
        _unfinished = Level("workqueue_unfinished_work_seconds", "How long all work under way has taken.");

        Histogram.Child Spread(string name, string help) => factory.CreateHistogram(name, help, labels, Times).WithLabels(values);
        Gauge.Child Level(string name, string help) => factory.CreateGauge(name, help, labels).WithLabels(values);
    }

    /// <summary>The work under way at the time of a scrape.</summary>
    /// <param name="reconciles">Knows it.</param>
    public void Refresh(RunningReconciles reconciles)
    {
        _longest.Set(reconciles.Longest?.Took.TotalSeconds ?? 0);
        _unfinished.Set(reconciles.Unfinished.TotalSeconds);
    }

    /// <inheritdoc/>
    public void Added() => _adds.Inc();

    /// <inheritdoc/>
    public void DepthChanged(int normal, int low)
    {
        _normalDepth.Set(normal);
        _lowDepth.Set(low);
    }

    /// <inheritdoc/>
    public void Taken(TimeSpan queued) => _queuedSeconds.Observe(queued.TotalSeconds);

    /// <inheritdoc/>
    public void Finished(TimeSpan worked) => _workSeconds.Observe(worked.TotalSeconds);

    /// <inheritdoc/>
    public void Retried() => _retries.Inc();
}
