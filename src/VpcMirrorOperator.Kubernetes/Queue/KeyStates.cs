using System.Diagnostics.CodeAnalysis;

namespace VpcMirrorOperator.Kubernetes.Queue;

/// <summary>
/// The queue's state machine. A key is ready, processing, processing and dirty, waiting, processing and waiting, or just remembered for its
/// failures; every method is one step between these.
/// </summary>
/// <remarks>Not thread-safe: every call comes under the queue's lock. "Now" is the time since the queue was made.</remarks>
internal sealed class KeyStates<TKey>(WaitingKeys<TKey> waiting, IWorkQueueMetrics? metrics)
    where TKey : notnull
{
    private readonly Dictionary<TKey, WorkItem<TKey>> _items = [];
    private readonly ReadyKeys<TKey> _ready = new();

    public int Ready => _ready.Count;

    public int Known => _items.Count;

    public int Failures(TKey key) => _items.TryGetValue(key, out var item) ? item.Failures : 0;

    public void Add(TKey key, TimeSpan now)
    {
        var item = FindOrMake(key);
        if (item is { Queued: true, Low: true }) Raise(item);
        item.Low = false;
        MakeReady(item, now);
    }

    public void AddLowPriority(TKey key, TimeSpan now)
    {
        var item = FindOrMake(key);
        if (item.IsIdle) item.Low = true;
        MakeReady(item, now);
    }

    public void AddAfter(TKey key, TimeSpan delay, TimeSpan now)
    {
        var item = FindOrMake(key);
        if (!item.Queued) item.Low = false;
        Wait(item, now + delay);
    }

    public void AddLowPriorityAfter(TKey key, TimeSpan delay, TimeSpan now)
    {
        var item = FindOrMake(key);
        if (item is { Queued: false, Dirty: false, Due: null }) item.Low = true;
        Wait(item, now + delay);
    }

    /// <summary>What the key waited for has come: it goes on before those of its priority that have not begun.</summary>
    public void Resume(TKey key, TimeSpan now)
    {
        var item = FindOrMake(key);
        if (item is { Queued: true, Resumed: false }) _ready.Resume(item);
        item.Resumed = true;
        MakeReady(item, now);
    }

    public void ResumeAfter(TKey key, TimeSpan delay, TimeSpan now) => Wait(FindOrMake(key), now + delay);

    /// <summary>Counts a failure and lets the key wait for its back-off, which is returned.</summary>
    public TimeSpan AddFailed(TKey key, Func<int, TimeSpan> backoff, TimeSpan now)
    {
        var item = FindOrMake(key);
        var delay = backoff(++item.Failures);
        Wait(item, now + delay);
        metrics?.Retried();
        return delay;
    }

    public void Forget(TKey key)
    {
        if (!_items.TryGetValue(key, out var item)) return;
        item.Failures = 0;
        DropIfIdle(item);
    }

    /// <summary>Hands out the next ready key, from now on processing.</summary>
    public bool TryGet(TimeSpan now, [MaybeNullWhen(false)] out TKey key)
    {
        if (!_ready.TryDequeue(out var item))
        {
            key = default;
            return false;
        }

        key = item.Key;
        metrics?.Taken(now - item.Since);
        (item.Processing, item.Resumed, item.Since) = (true, false, now);
        DepthChanged();
        return true;
    }

    /// <summary>Ends the processing of a key; a dirty one is ready again.</summary>
    public void Finish(TKey key, TimeSpan now)
    {
        if (!_items.TryGetValue(key, out var item) || !item.Processing)
            throw new InvalidOperationException($"Key '{key}' is not being processed, so it cannot be done.");
        metrics?.Finished(now - item.Since);
        item.Processing = false;
        if (item.Dirty) Enqueue(item, now);
        DropIfIdle(item);
    }

    /// <summary>Makes every key ready whose wait is over.</summary>
    public void WakeDue(TimeSpan now)
    {
        while (waiting.NextDue(now) is { } item) MakeReady(item, now);
    }

    private WorkItem<TKey> FindOrMake(TKey key)
    {
        if (!_items.TryGetValue(key, out var item)) _items.Add(key, item = new WorkItem<TKey>(key));
        return item;
    }

    private void MakeReady(WorkItem<TKey> item, TimeSpan now)
    {
        waiting.Cancel(item);
        if (item.Queued || item.Dirty) return;
        metrics?.Added();
        if (item.Processing) item.Dirty = true;
        else Enqueue(item, now);
    }

    private void Enqueue(WorkItem<TKey> item, TimeSpan now)
    {
        (item.Dirty, item.Since) = (false, now);
        _ready.Enqueue(item);
        DepthChanged();
    }

    private void Raise(WorkItem<TKey> item)
    {
        _ready.Raise(item);
        DepthChanged();
    }

    private void Wait(WorkItem<TKey> item, TimeSpan due)
    {
        // Ready, or ready as soon as the worker is done: that is earlier than any wait.
        if (!item.Queued && !item.Dirty) waiting.Wait(item, due);
    }

    private void DropIfIdle(WorkItem<TKey> item)
    {
        if (item.IsIdle) _items.Remove(item.Key);
    }

    private void DepthChanged() => metrics?.DepthChanged(_ready.NormalCount, _ready.LowCount);
}
