using Prometheus;
using VpcMirrorOperator.Kubernetes.Queue;

namespace VpcMirrorOperator.Hosting.Metrics;

/// <summary><c>workqueue_*</c>: the queue in front of the controller.</summary>
internal sealed class QueueMetrics : IWorkQueueMetrics
{
    private static readonly HistogramConfiguration Times = new() { Buckets = Histogram.ExponentialBuckets(0.001, 4, 10) };

    private readonly Counter.Child adds;
    private readonly Counter.Child retries;
    private readonly Gauge.Child normalDepth;
    private readonly Gauge.Child lowDepth;
    private readonly Histogram.Child queuedSeconds;
    private readonly Histogram.Child workSeconds;
    private readonly Gauge.Child longest;
    private readonly Gauge.Child unfinished;

    public QueueMetrics(IMetricFactory factory)
    {
        string[] labels = ["name", "controller"];
        string[] values = [ReconcileMetrics.Controller, ReconcileMetrics.Controller];
        adds = factory.CreateCounter("workqueue_adds_total", "Keys added.", labels).WithLabels(values);
        retries = factory.CreateCounter("workqueue_retries_total", "Keys added again after a failure.", labels).WithLabels(values);
        var depth = factory.CreateGauge("workqueue_depth", "Keys that are ready, by lane.", [.. labels, "priority"]);
        normalDepth = depth.WithLabels([.. values, "0"]);
        lowDepth = depth.WithLabels([.. values, "-100"]);
        queuedSeconds = factory.CreateHistogram("workqueue_queue_duration_seconds", "Time that keys were ready.", labels, Times).WithLabels(values);
        workSeconds = factory.CreateHistogram("workqueue_work_duration_seconds", "Time that keys were worked on.", labels, Times).WithLabels(values);
        longest = factory.CreateGauge("workqueue_longest_running_processor_seconds", "How long the longest work under way has taken.", labels).WithLabels(values);
        unfinished = factory.CreateGauge("workqueue_unfinished_work_seconds", "How long all work under way has taken.", labels).WithLabels(values);
    }

    /// <summary>The work under way at the time of a scrape.</summary>
    /// <param name="passes">Knows it; null before there is any.</param>
    public void Refresh(RunningReconciles? passes)
    {
        longest.Set(passes?.Longest?.Took.TotalSeconds ?? 0);
        unfinished.Set(passes?.Unfinished.TotalSeconds ?? 0);
    }

    /// <inheritdoc/>
    public void Added() => adds.Inc();

    /// <inheritdoc/>
    public void DepthChanged(int normal, int low)
    {
        normalDepth.Set(normal);
        lowDepth.Set(low);
    }

    /// <inheritdoc/>
    public void Taken(TimeSpan queued) => queuedSeconds.Observe(queued.TotalSeconds);

    /// <inheritdoc/>
    public void Finished(TimeSpan worked) => workSeconds.Observe(worked.TotalSeconds);

    /// <inheritdoc/>
    public void Retried() => retries.Inc();
}
