namespace VpcMirrorOperator.Kubernetes.Queue;

/// <summary>
/// The keys that wait for a time, and the one timer for all of them.
/// </summary>
/// <remarks>Not thread-safe: every call comes under the queue's lock, except the timer's callback, which takes it.</remarks>
internal sealed class WaitingKeys<TKey> : IDisposable
{
    // Timers count whole milliseconds and at most 49 days; a longer wait is armed again on the way.
    private static readonly TimeSpan LongestArm = TimeSpan.FromDays(1);

    private readonly DueHeap<TKey> _byDue = new();
    private readonly ITimer _timer;
    private TimeSpan? _armedFor;
    private long _order;

    public WaitingKeys(TimeProvider time, TimerCallback onDue) =>
        _timer = time.CreateTimer(onDue, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    public int Count => _byDue.Count;

    /// <summary>Lets the item wait until <paramref name="due"/>, or until its earlier time if it waits already.</summary>
    public void Wait(WorkItem<TKey> item, TimeSpan due)
    {
        if (item.Due <= due) return;
        Cancel(item);
        (item.Due, item.Order) = (due, _order++);
        _byDue.Add(item);
    }

    public void Cancel(WorkItem<TKey> item)
    {
        if (item.Due is null) return;
        _byDue.Remove(item);
        item.Due = null;
    }

    /// <summary>Takes out the next item whose time has come, the earliest first; null when there is none.</summary>
    public WorkItem<TKey>? NextDue(TimeSpan now)
    {
        if (_byDue.First is not { } first || first.Due > now) return null;
        Cancel(first);
        return first;
    }

    /// <summary>Sets the timer for the earliest wait. To be called last, after any change.</summary>
    public void Arm(TimeSpan now)
    {
        var next = _byDue.First?.Due;
        if (next == _armedFor) return;
        _armedFor = next;
        _timer.Change(next is { } due ? UntilTimer(due - now) : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The timer has fired and is no longer set.</summary>
    public void Disarm() => _armedFor = null;

    public void Dispose()
    {
        foreach (var item in _byDue.Items) item.Due = null;
        _byDue.Clear();
        _timer.Dispose();
    }

    /// <summary>Rounded up to the millisecond, so that the timer does not fire early and spin; never zero.</summary>
    private static TimeSpan UntilTimer(TimeSpan wait) => wait >= LongestArm
        ? LongestArm
        : TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling(wait.TotalMilliseconds)));
}
