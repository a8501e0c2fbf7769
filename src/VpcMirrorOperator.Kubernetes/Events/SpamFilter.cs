using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Events;

/// <summary>A token bucket for each object, so that one that fails in many ways does not flood the cluster with events.</summary>
internal sealed class SpamFilter(TimeProvider time)
{
    /// <summary>Most objects that have a bucket; the one that was used longest ago makes room.</summary>
    private const int MaxBuckets = 4096;

    /// <summary>Events about one object that are let through in a burst (client-go).</summary>
    private const int Burst = 25;

    /// <summary>Time after which one more is let through (client-go).</summary>
    private static readonly TimeSpan Refill = TimeSpan.FromMinutes(5);

    private readonly RecentlyUsed<ObjectReference, (double Tokens, long At)> _buckets = new(MaxBuckets);

    public bool Allows(ObjectReference regarding)
    {
        var tokens = Tokens(regarding);
        if (tokens < 1) return false;
        _buckets.Put(regarding, (tokens - 1, time.GetTimestamp()));
        return true;
    }

    /// <summary>Forgets objects whose bucket is full again.</summary>
    public void Prune()
    {
        foreach (var (regarding, _) in _buckets.Entries)
            if (Tokens(regarding) >= Burst) _buckets.Remove(regarding);
    }

    private double Tokens(ObjectReference regarding) => _buckets.TryGet(regarding, out var bucket)
        ? Math.Min(Burst, bucket.Tokens + (time.GetElapsedTime(bucket.At) / Refill))
        : Burst;
}
