using VpcMirrorOperator.Kubernetes.Retry;

namespace VpcMirrorOperator.Kubernetes.Queue;

/// <summary>Settings of a <see cref="WorkQueue{TKey}"/>.</summary>
public sealed record WorkQueueOptions
{
    /// <summary>
    /// Per-key delay of <see cref="WorkQueue{TKey}.AddRateLimited"/>; default 1 s → 5 min, doubling, up to 20 % jitter. Slower than
    /// client-go's 5 ms, because behind a failed reconcile there is usually a cloud API that needs time.
    /// </summary>
    public Backoff Backoff { get; init; } = new(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5), Factor: 2, Jitter: 0.2);
}
