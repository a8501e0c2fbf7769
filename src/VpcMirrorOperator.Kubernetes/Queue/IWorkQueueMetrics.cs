namespace VpcMirrorOperator.Kubernetes.Queue;

/// <summary>
/// What a <see cref="WorkQueue{TKey}"/> reports about itself, in the terms of client-go's <c>workqueue_*</c> metrics. Called under
/// the queue's lock: must be quick, must not throw and must not call the queue.
/// </summary>
public interface IWorkQueueMetrics
{
    /// <summary>A key entered the queue or was marked to run again (<c>workqueue_adds_total</c>).</summary>
    void Added();

    /// <summary>The number of keys ready to be taken changed (<c>workqueue_depth</c>).</summary>
    /// <param name="normal">Of normal priority.</param>
    /// <param name="low">Of low priority.</param>
    void DepthChanged(int normal, int low);

    /// <summary>A key was taken (<c>workqueue_queue_duration_seconds</c>).</summary>
    /// <param name="queued">How long it was ready before.</param>
    void Taken(TimeSpan queued);

    /// <summary>A key was given back (<c>workqueue_work_duration_seconds</c>).</summary>
    /// <param name="worked">How long it was worked on.</param>
    void Finished(TimeSpan worked);

    /// <summary>A key was added with back-off (<c>workqueue_retries_total</c>).</summary>
    void Retried();
}
