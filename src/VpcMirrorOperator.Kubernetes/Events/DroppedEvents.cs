using Microsoft.Extensions.Logging;

namespace VpcMirrorOperator.Kubernetes.Events;

/// <summary>Counts the events that are dropped, and says so in the log now and then: one line for many.</summary>
internal sealed class DroppedEvents(IEventMetrics? metrics, ILogger logger)
{
    private long _count;
    private long _told;

    public long Count => Interlocked.Read(ref _count);

    public void Add(EventLoss loss, int count)
    {
        Interlocked.Add(ref _count, count);
        metrics?.Dropped(loss, count);
    }

    /// <summary>Says how many were dropped since this was said last; nothing when none were. Called by the recorder's one loop.</summary>
    public void Tell()
    {
        var count = Count;
        if (count > _told) logger.Dropped(count - _told, count);
        _told = count;
    }
}
