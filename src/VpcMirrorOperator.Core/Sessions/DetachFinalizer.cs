using Microsoft.Extensions.Logging;
using VpcMirrorOperator.Api;
using VpcMirrorOperator.Planning;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Sessions;

/// <summary>
/// The finalizer <see cref="Finalizers.Detach"/>: on the object while its policy is <c>Detach</c>, so from before its first write,
/// and off when the operator is done with it. Other finalizers are left as they are.
/// </summary>
internal sealed class DetachFinalizer(IObjectStore<TrafficMirrorSession> store, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan LongestRelease = TimeSpan.FromSeconds(10);

    /// <summary>Brings the finalizer of a living object in line with its policy. An API server lets nobody add one to a deleted object.</summary>
    /// <returns>The object to go on with.</returns>
    public async ValueTask<TrafficMirrorSession> KeepAsync(TrafficMirrorSession declared, CancellationToken ct)
    {
        if (declared.IsBeingDeleted() || declared.WantsDetach() == declared.HasDetachFinalizer()) return declared;
        var finalizers = declared.WantsDetach() ? [.. declared.Metadata.Finalizers, Finalizers.Detach] : Others(declared);
        var stored = await store.WriteFinalizersAsync(declared, finalizers, ct);
        if (stored.HasDetachFinalizer() == declared.WantsDetach()) SessionLog.FinalizerKept(logger, stored.Key(), declared.WantsDetach());
        return stored;
    }

    /// <summary>
    /// Lets a deleted object go. Shutdown does not cancel this: what was detached is done, and nobody has to look at the cloud again.
    /// </summary>
    /// <returns>False when the finalizer was not there.</returns>
    public async ValueTask<bool> ReleaseAsync(TrafficMirrorSession declared, Decision.Release release)
    {
        if (!declared.HasDetachFinalizer()) return false;
        using var limit = new CancellationTokenSource(LongestRelease, time);
        await store.WriteFinalizersAsync(declared, Others(declared), limit.Token);
        SessionLog.Released(logger, declared.Key(), release.Reason, release.Message);
        return true;
    }

    private static string[] Others(TrafficMirrorSession declared) =>
        [.. declared.Metadata.Finalizers.Where(finalizer => finalizer != Finalizers.Detach)];
}
