using Microsoft.Extensions.Logging;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kinds.Sessions.Planning;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>
/// Keeps our finalizers on an object: <see cref="Finalizers.Detach"/> while its policy is <c>Detach</c>, so from before its first write;
/// otherwise <see cref="Finalizers.Operation"/> from before the first write of a burst until none is open. An API server lets nobody add
/// one to a deleted object.
/// </summary>
internal sealed class SessionFinalizers(IObjectStore<TrafficMirrorSession> store, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan LongestRelease = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Brings the finalizers of a living object in line with its policy. The end of a burst is left to <see cref="RestAsync"/>.
    /// </summary>
    /// <returns>The object to go on with.</returns>
    public ValueTask<TrafficMirrorSession> KeepAsync(TrafficMirrorSession declared, CancellationToken cancellationToken) => WriteAsync(
        declared, declared.Status?.Operation is not null || declared.Metadata.Finalizers.Contains(Finalizers.Operation), cancellationToken);

    /// <summary>Holds a living object before a write of it is recorded.</summary>
    /// <returns>The object to go on with.</returns>
    /// <exception cref="Kubernetes.Model.ConflictException">The object was changed or deleted since it was read: no write of it may be
    /// made.</exception>
    public ValueTask<TrafficMirrorSession> HoldAsync(TrafficMirrorSession declared, CancellationToken cancellationToken) =>
        declared.IsHeld() ? ValueTask.FromResult(declared) : WriteAsync(declared, hasOpenWrite: true, cancellationToken);

    /// <summary>Takes the finalizer off a living object that has no open write.</summary>
    public async ValueTask RestAsync(TrafficMirrorSession declared, CancellationToken cancellationToken)
    {
        if (declared.Metadata.Finalizers.Contains(Finalizers.Operation))
            await WriteAsync(declared, hasOpenWrite: false, cancellationToken);
    }

    /// <summary>
    /// Releases a deleted object. Shutdown does not cancel this: what was detached is done, and nobody has to observe the cloud again.
    /// </summary>
    /// <returns>False when no finalizer of ours was there.</returns>
    public async ValueTask<bool> ReleaseAsync(TrafficMirrorSession declared, Decision.Release release)
    {
        if (!declared.IsHeld()) return false;
        using var limit = new CancellationTokenSource(LongestRelease, time);
        await store.WriteFinalizersAsync(declared, OwnFinalizers.OfOthers(declared), limit.Token);
        logger.Released(declared.Key(), release.Reason, release.Message);
        return true;
    }

    private async ValueTask<TrafficMirrorSession> WriteAsync(
        TrafficMirrorSession declared, bool hasOpenWrite, CancellationToken cancellationToken)
    {
        if (declared.IsBeingDeleted() || OwnFinalizers.AreRight(declared, hasOpenWrite)) return declared;
        var stored = await store.WriteFinalizersAsync(declared, OwnFinalizers.Of(declared, hasOpenWrite), cancellationToken);
        if (stored.HasDetachFinalizer() != declared.HasDetachFinalizer())
            logger.FinalizerKept(stored.Key(), stored.HasDetachFinalizer());
        return stored;
    }
}
