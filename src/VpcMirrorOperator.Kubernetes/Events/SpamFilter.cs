using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Events;

/// <summary>A token bucket for each object, so that one that fails in many ways does not flood the cluster with events.</summary>
internal sealed class SpamFilter(EventRecorderOptions options, TimeProvider time)
{
    private const int Most = 4096;
    private readonly Dictionary<ObjectReference, (double Tokens, long At)> _buckets = [];

    public bool Allows(ObjectReference regarding)
    {
        var tokens = Tokens(regarding);
        if (tokens < 1) return false;
        if (_buckets.Count >= Most && !_buckets.ContainsKey(regarding)) _buckets.Remove(_buckets.MinBy(b => b.Value.At).Key);
        _buckets[regarding] = (tokens - 1, time.GetTimestamp());
        return true;
    }

    /// <summary>Forgets objects whose bucket is full again.</summary>
    public void Prune()
    {
        foreach (var regarding in _buckets.Keys)
            if (Tokens(regarding) >= options.Burst) _buckets.Remove(regarding);
    }

    private double Tokens(ObjectReference regarding) => _buckets.TryGetValue(regarding, out var bucket)
        ? Math.Min(options.Burst, bucket.Tokens + (time.GetElapsedTime(bucket.At) / options.Refill))
        : options.Burst;
}
