using System.Diagnostics.CodeAnalysis;
using VpcMirrorOperator.Kubernetes.Retry;

namespace VpcMirrorOperator.Kubernetes.Queue;

/// <summary>
/// The keyed queue between those who notice changes and the workers, with the rules of client-go's work queue: a key is ready at
/// most once, is never given to two workers at once, and runs again if it was added while a worker had it. No key is ever dropped
/// before <see cref="ShutDown"/>.
/// </summary>
/// <remarks>
/// Thread-safe under one lock; every call is O(log n) or better. The only work of its own is the callback of one timer of the
/// <see cref="TimeProvider"/>, and awaiting workers go on in their own context, so the same calls on virtual time give the same order.
/// </remarks>
/// <typeparam name="TKey">What names a piece of work; compared with its default equality.</typeparam>
[SuppressMessage("Naming", "CA1711", Justification = "The established term for exactly this, and it is a queue.")]
public sealed class WorkQueue<TKey> : IDisposable
    where TKey : notnull
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(3650);

    /// <summary>Slower than client-go's 5 ms, because behind a failed reconcile there is usually a cloud API that needs time.</summary>
    private static readonly Backoff Backoff = new(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5), Factor: 2, Jitter: 0.2);

    private readonly KeyDispatcher<TKey> _keys;
    private readonly Func<int, TimeSpan> _backoff;

    /// <summary>An empty queue.</summary>
    /// <param name="time">Clock and timer of all delays.</param>
    /// <param name="jitter">Seeded source of the back-off's jitter; from here on used by this queue alone.</param>
    /// <param name="metrics">Counts; null for nobody.</param>
    public WorkQueue(TimeProvider time, Random jitter, IWorkQueueMetrics? metrics = null)
    {
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(jitter);
        _backoff = failures => Backoff.Delay(failures, jitter);
        _keys = new KeyDispatcher<TKey>(time, metrics);
    }

    /// <summary>Keys that are ready to be taken; those that wait or are being processed are not counted.</summary>
    public int Count => _keys.Read(static keys => keys.Ready);

    /// <summary>Keys of which anything is remembered; shows tests that nothing is left behind.</summary>
    internal int Known => _keys.Read(static keys => keys.Known);

    /// <summary>Entries that wait for the timer; shows tests that none is outdated.</summary>
    internal int Waiting => _keys.Waiting;

    /// <summary>Makes the key ready now. Cancels its wait; raises it from low priority; runs it again if a worker has it.</summary>
    /// <param name="key">The key.</param>
    public void Add(TKey key) => _keys.Change(key, static (keys, key, now) => keys.Add(key, now));

    /// <summary>
    /// Like <see cref="Add"/>, but behind every normal key. For the objects of the first list after a start, so that a change made
    /// meanwhile does not wait for thousands of objects that are fine; among themselves first come, first served. Never lowers a key
    /// that is known already.
    /// </summary>
    /// <param name="key">The key.</param>
    public void AddLowPriority(TKey key) => _keys.Change(key, static (keys, key, now) => keys.AddLowPriority(key, now));

    /// <summary>Adds the key after a delay. If it waits already, the earlier time counts; if it is ready, nothing changes.</summary>
    /// <param name="key">The key.</param>
    /// <param name="delay">Zero or less means now; more than ten years means ten years.</param>
    public void AddAfter(TKey key, TimeSpan delay)
    {
        if (delay <= TimeSpan.Zero) Add(key);
        else _keys.Change(
            (key, delay), static (keys, wait, now) => keys.AddAfter(wait.key, Bounded(wait.delay), now));
    }

    /// <summary>
    /// Like <see cref="AddLowPriority"/>, after a delay: for checks of objects of which nothing is expected. A key that waits already keeps
    /// its earlier time and its priority.
    /// </summary>
    /// <inheritdoc cref="AddAfter"/>
    public void AddLowPriorityAfter(TKey key, TimeSpan delay)
    {
        if (delay <= TimeSpan.Zero) AddLowPriority(key);
        else _keys.Change(
            (key, delay), static (keys, wait, now) => keys.AddLowPriorityAfter(wait.key, Bounded(wait.delay), now));
    }

    /// <summary>
    /// Makes a key ready that waited for something: before the keys of its priority that have not begun yet. It keeps its priority, so that
    /// thousands of answers at once are in nobody's way; an unknown key has the normal one.
    /// </summary>
    /// <param name="key">The key.</param>
    public void Resume(TKey key) => _keys.Change(key, static (keys, key, now) => keys.Resume(key, now));

    /// <summary>Lets a key wait for <see cref="Resume"/>, at most for the delay. It keeps its priority.</summary>
    /// <inheritdoc cref="AddAfter"/>
    public void ResumeAfter(TKey key, TimeSpan delay)
    {
        if (delay <= TimeSpan.Zero) Resume(key);
        else _keys.Change(
            (key, delay), static (keys, wait, now) => keys.ResumeAfter(wait.key, Bounded(wait.delay), now));
    }

    /// <summary>
    /// Counts a failure of the key and adds it after its back-off: 1 s → 5 min, doubling, up to 20 % jitter. It keeps its priority.
    /// </summary>
    /// <param name="key">The key.</param>
    /// <returns>The delay of this back-off (zero after <see cref="ShutDown"/>); another add can bring the key sooner.</returns>
    public TimeSpan AddRateLimited(TKey key)
    {
        var delay = TimeSpan.Zero;
        _keys.Change(key, (keys, failed, now) => delay = keys.AddFailed(failed, _backoff, now));
        return delay;
    }

    /// <summary>Sets the key's failures back to none, after a success. Does not touch its place in the queue.</summary>
    /// <param name="key">The key.</param>
    public void Forget(TKey key) => _keys.Forget(key);

    /// <summary>Failures in a row since the last <see cref="Forget"/>.</summary>
    /// <param name="key">The key.</param>
    internal int Failures(TKey key) => _keys.Read(keys => keys.Failures(key));

    /// <summary>Gets the next key, waiting if none is ready. Whoever gets a key must give it back with <see cref="Done"/>.</summary>
    /// <param name="cancellationToken">Ends the wait. A key that was handed over at the same moment is still returned, never lost.</param>
    /// <exception cref="OperationCanceledException">Cancelled; also when keys are ready.</exception>
    /// <exception cref="WorkQueueClosedException">Shut down, and nothing is left.</exception>
    public ValueTask<TKey> GetAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return _keys.GetAsync(cancellationToken);
    }

    /// <summary>Gives a key back. If it was added meanwhile, it is ready again at once.</summary>
    /// <param name="key">A key from <see cref="GetAsync"/>.</param>
    /// <exception cref="InvalidOperationException">The key is not being processed.</exception>
    public void Done(TKey key) => _keys.Finish(key);

    /// <summary>
    /// Drains: from now on adds are ignored and waits are dropped; keys that are ready, or being processed and added again, are still
    /// handed out, then <see cref="GetAsync"/> throws. May be called more than once.
    /// </summary>
    public void ShutDown() => _keys.Dispose();

    /// <summary>The same as <see cref="ShutDown"/>.</summary>
    public void Dispose() => ShutDown();

    private static TimeSpan Bounded(TimeSpan delay) => delay < LongestDelay ? delay : LongestDelay;
}
