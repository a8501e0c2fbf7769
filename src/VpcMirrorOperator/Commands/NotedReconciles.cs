using System.Collections.Concurrent;
using VpcMirrorOperator.Kubernetes.Control;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Commands;

/// <summary>
/// Notes which objects a reconciler has come to an end with, keeps the emulator's state after each, and remembers that the state folder
/// has become unusable.
/// </summary>
/// <param name="reconciler">Does the work.</param>
/// <param name="cloud">Where the objects are.</param>
internal sealed class NotedReconciles(IReconciler reconciler, CommandCloud cloud) : IReconciler
{
    private readonly ConcurrentDictionary<ObjectKey, bool> _reconciled = new();
    private StateFolderException? _failure;

    /// <summary>Whether a reconcile of the object has ended, other than by waiting for something.</summary>
    /// <param name="key">The object.</param>
    public bool Has(ObjectKey key) => _reconciled.ContainsKey(key);

    /// <summary>Ends the run when the state folder has become unusable: nothing may be written to the cloud then.</summary>
    /// <exception cref="StateFolderException">It has.</exception>
    public void ThrowIfBroken()
    {
        if (_failure is { } e) throw e;
    }

    /// <inheritdoc/>
    public async ValueTask<Outcome> ReconcileAsync(ObjectKey key, CancellationToken cancellationToken)
    {
        try
        {
            var outcome = await reconciler.ReconcileAsync(key, cancellationToken);
            return outcome is Outcome.Continuing write ? Outcome.GoesOn(EndAsync(key, write.Rest)) : Ended(key, outcome);
        }
        catch (StateFolderException e)
        {
            _failure = e;
            throw;
        }
    }

    private async Task<Outcome> EndAsync(ObjectKey key, Task<Outcome> write)
    {
        try
        {
            return Ended(key, await write);
        }
        catch (StateFolderException e)
        {
            _failure = e;
            throw;
        }
    }

    private Outcome Ended(ObjectKey key, Outcome outcome)
    {
        if (outcome is not Outcome.Waiting) _reconciled[key] = true;
        cloud.Save();
        return outcome;
    }
}
