using VpcMirrorOperator.Kubernetes.Lists;

namespace VpcMirrorOperator.Kubernetes.Queue;

/// <summary>
/// All that the queue knows about one key. Kept only while some of it matters (see <see cref="IsIdle"/>). It is its own place in the lists
/// that it is in, because there is one for every object, mostly waiting.
/// </summary>
/// <param name="key">The key.</param>
internal sealed class WorkItem<TKey>(TKey key) : IListed<WorkItem<TKey>>
{
    private const long NotWaiting = -1;

    private long _due = NotWaiting;

    public TKey Key => key;

    /// <inheritdoc/>
    public ListOf<WorkItem<TKey>>? List { get; set; }

    /// <inheritdoc/>
    public WorkItem<TKey>? Before { get; set; }

    /// <inheritdoc/>
    public WorkItem<TKey>? After { get; set; }

    /// <summary>Its place in the heap of those that wait.</summary>
    public int HeapIndex { get; set; }

    /// <summary>Reconciles that failed in a row.</summary>
    public int Failures { get; set; }

    /// <summary>Whether it has low priority; a normal add raises it, nothing lowers it while it is known.</summary>
    public bool Low { get; set; }

    /// <summary>What it waited for has come; until a worker takes it.</summary>
    public bool Resumed { get; set; }

    /// <summary>A worker has the key.</summary>
    public bool Processing { get; set; }

    /// <summary>The key was added while a worker has it, so it is due again as soon as that worker is done.</summary>
    public bool Dirty { get; set; }

    /// <summary>When the wait ends, since the queue was made; null when it does not wait.</summary>
    public TimeSpan? Due
    {
        get => _due == NotWaiting ? null : new TimeSpan(_due);
        set => _due = value?.Ticks ?? NotWaiting;
    }

    /// <summary>Number of the wait, so that equal due times keep the order in which they were asked for.</summary>
    public long Order { get; set; }

    /// <summary>When it entered its present state (ready or processing), since the queue was made.</summary>
    public TimeSpan Since { get; set; }

    public bool Queued => List is not null;

    public bool IsIdle => !Queued && !Processing && Due is null && Failures == 0;

    /// <summary>Whether its wait ends before that of another one.</summary>
    public bool IsDueBefore(WorkItem<TKey> other) => _due != other._due ? _due < other._due : Order < other.Order;
}
