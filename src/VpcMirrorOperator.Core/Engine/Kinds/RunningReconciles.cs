using System.Collections.Concurrent;
using VpcMirrorOperator.Kubernetes.Control;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Engine.Kinds;

/// <summary>Knows how long each reconcile under way has taken, so that one that hangs beyond all time limits is noticed.</summary>
internal sealed class RunningReconciles(IReconciler reconciler, TimeProvider time) : IReconciler
{
    private readonly ConcurrentDictionary<ObjectKey, long> _begun = new();

    /// <summary>The reconcile that has taken longest so far; null when none is under way. They may end while it is looked for.</summary>
    public (ObjectKey Key, TimeSpan Took)? Longest
    {
        get
        {
            (ObjectKey Key, TimeSpan Took)? longest = null;
            foreach (var (key, begun) in _begun)
                if (time.GetElapsedTime(begun) is var took && !(took <= longest?.Took)) longest = (key, took);
            return longest;
        }
    }

    /// <summary>The times of all reconciles under way, added up.</summary>
    public TimeSpan Unfinished => _begun.Aggregate(TimeSpan.Zero, (sum, begun) => sum + time.GetElapsedTime(begun.Value));

    /// <inheritdoc/>
    public async ValueTask<Outcome> ReconcileAsync(ObjectKey key, CancellationToken cancellationToken)
    {
        _begun[key] = time.GetTimestamp();
        var goesOn = false;
        try
        {
            var outcome = await reconciler.ReconcileAsync(key, cancellationToken);
            goesOn = outcome is Outcome.Continuing;
            return outcome is Outcome.Continuing going ? Outcome.GoesOn(FinishAsync(key, going.Rest)) : outcome;
        }
        finally
        {
            if (!goesOn) _begun.TryRemove(key, out _);
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
            _begun.TryRemove(key, out _);
        }
    }
}
