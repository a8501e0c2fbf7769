namespace VpcMirrorOperator.Kubernetes.Queue;

/// <summary>All that the queue knows about one key. Kept only while some of it matters (see <see cref="IsIdle"/>).</summary>
internal sealed class WorkItem<TKey>
{
    public WorkItem(TKey key)
    {
        Key = key;
        Node = new LinkedListNode<WorkItem<TKey>>(this);
    }

    public TKey Key { get; }

    /// <summary>Its place among the ready keys; made once, so that moving it allocates nothing.</summary>
    public LinkedListNode<WorkItem<TKey>> Node { get; }

    /// <summary>Whether it has low priority; a normal add raises it, nothing lowers it while it is known.</summary>
    public bool Low { get; set; }

    /// <summary>What it waited for has come; until a worker takes it.</summary>
    public bool Resumed { get; set; }

    /// <summary>A worker has the key.</summary>
    public bool Processing { get; set; }

    /// <summary>The key was added while a worker has it, so it is due again as soon as that worker is done.</summary>
    public bool Dirty { get; set; }

    /// <summary>Reconciles that failed in a row.</summary>
    public int Failures { get; set; }

    /// <summary>When the wait ends, since the queue was made; null when it does not wait.</summary>
    public TimeSpan? Due { get; set; }

    /// <summary>Number of the wait, so that equal due times keep the order in which they were asked for.</summary>
    public long Order { get; set; }

    /// <summary>When it entered its present state (ready or processing), since the queue was made.</summary>
    public TimeSpan Since { get; set; }

    public bool Queued => Node.List is not null;

    public bool IsIdle => !Queued && !Processing && Due is null && Failures == 0;
}
