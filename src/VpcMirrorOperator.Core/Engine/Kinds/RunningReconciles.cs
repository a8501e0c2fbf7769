using VpcMirrorOperator.Kubernetes.Control;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Engine.Kinds;

/// <summary>Knows how long each reconcile under way has taken, so that one that hangs beyond all time limits is noticed.</summary>
internal sealed class RunningReconciles(IReconciler reconciler, TimeProvider time) : IReconciler
{
    // Few at a time; an entry of a concurrent one would be an object, for each reconcile.
    private readonly Dictionary<ObjectKey, long> _begun = [];
    private readonly Lock _lock = new();

    /// <summary>The reconcile that has taken longest so far; null when none is under way.</summary>
    public (ObjectKey Key, TimeSpan Took)? Longest
    {
        get
        {
            (ObjectKey Key, TimeSpan Took)? longest = null;
            lock (_lock)
                foreach (var (key, begun) in _begun)
                    if (time.GetElapsedTime(begun) is var took && !(took <= longest?.Took)) longest = (key, took);
            return longest;
        }
    }

    /// <summary>The times of all reconciles under way, added up.</summary>
    public TimeSpan Unfinished
    {
        get
        {
            lock (_lock) return _begun.Aggregate(TimeSpan.Zero, (sum, begun) => sum + time.GetElapsedTime(begun.Value));
        }
    }

    /// <inheritdoc/>
    public async ValueTask<Outcome> ReconcileAsync(ObjectKey key, CancellationToken cancellationToken)
    {
        lock (_lock) _begun[key] = time.GetTimestamp();
        var goesOn = false;
        try
        {
            var outcome = await reconciler.ReconcileAsync(key, cancellationToken);
            goesOn = outcome is Outcome.Continuing;
            return outcome is Outcome.Continuing going ? Outcome.GoesOn(FinishAsync(key, going.Rest)) : outcome;
        }
        finally
        {
            if (!goesOn) End(key);
        }
    }

    private async Task<Outcome> FinishAsync(ObjectKey key, Task<Outcome> rest)
    {
        try
        {
            return await rest;
        }
        finally
        {
            End(key);
        }
    }

    private void End(ObjectKey key)
    {
        lock (_lock) _begun.Remove(key);
    }
}
