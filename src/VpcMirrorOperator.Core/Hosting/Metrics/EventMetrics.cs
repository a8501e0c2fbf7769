using Prometheus;
using VpcMirrorOperator.Kubernetes.Events;

namespace VpcMirrorOperator.Hosting.Metrics;

/// <summary><c>vpcmirror_events_dropped_total</c>: events about objects that nobody gets to see.</summary>
internal sealed class EventMetrics : IEventMetrics
{
    private readonly Counter.Child _queueFull;
    private readonly Counter.Child _objectFloods;
    private readonly Counter.Child _notStored;

    public EventMetrics(IMetricFactory factory)
    {
        var dropped = factory.CreateCounter("vpcmirror_events_dropped_total", "Kubernetes events that were dropped, by why.", ["reason"]);
        (_queueFull, _objectFloods, _notStored) = (
            dropped.WithLabels("queue_full"), dropped.WithLabels("object_floods"), dropped.WithLabels("not_stored"));
    }

    /// <inheritdoc/>
    public void Dropped(EventLoss loss, int count) => (loss switch
    {
        EventLoss.QueueFull => _queueFull,
        EventLoss.ObjectFloods => _objectFloods,
        _ => _notStored,
    }).Inc(count);
}
