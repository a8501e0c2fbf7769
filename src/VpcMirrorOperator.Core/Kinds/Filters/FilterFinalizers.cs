using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Kinds.Filters;

/// <summary>
/// Keeps our finalizers on an object: <see cref="Finalizers.Detach"/> where it creates its filter, so from before the first Create (rule
/// S3); otherwise <see cref="Finalizers.Operation"/> while a write is open.
/// </summary>
/// <param name="store">The objects.</param>
internal sealed class FilterFinalizers(IObjectStore<TrafficMirrorFilter> store)
{
    /// <summary>Whether one of ours is on the object.</summary>
    public static bool AreOn(TrafficMirrorFilter declared) =>
        declared.Metadata.Finalizers.Contains(Finalizers.Operation) || declared.Metadata.Finalizers.Contains(Finalizers.Detach);

    /// <summary>The finalizers that a living object is to have.</summary>
    public static IReadOnlyList<string> Of(TrafficMirrorFilter declared, bool hasOpenWrite) =>
        declared.Creates() ? [.. OfOthers(declared), Finalizers.Detach]
        : hasOpenWrite ? [.. OfOthers(declared), Finalizers.Operation]
        : OfOthers(declared);

    /// <summary>Puts the finalizer on an object whose filter is created.</summary>
    /// <returns>The object to go on with.</returns>
    public ValueTask<TrafficMirrorFilter> KeepAsync(TrafficMirrorFilter declared, CancellationToken cancellationToken) =>
        IsGoing(declared) || !declared.Creates() || AreOn(declared)
            ? ValueTask.FromResult(declared)
            : store.WriteFinalizersAsync(declared, Of(declared, hasOpenWrite: false), cancellationToken);

    /// <summary>Keeps the object while a call of it may be on its way, so that whoever speaks for the filter next can see it.</summary>
    /// <returns>The object to go on with.</returns>
    public ValueTask<TrafficMirrorFilter> HoldAsync(TrafficMirrorFilter declared, CancellationToken cancellationToken) =>
        IsGoing(declared) || AreOn(declared)
            ? ValueTask.FromResult(declared)
            : store.WriteFinalizersAsync(declared, Of(declared, hasOpenWrite: true), cancellationToken);

    /// <summary>Takes the finalizer off a living object that has no open write.</summary>
    public async ValueTask RestAsync(TrafficMirrorFilter declared, CancellationToken cancellationToken)
    {
        if (!IsGoing(declared) && declared.Metadata.Finalizers.Contains(Finalizers.Operation))
            await store.WriteFinalizersAsync(declared, Of(declared, hasOpenWrite: false), cancellationToken);
    }

    /// <summary>Releases a deleted object.</summary>
    /// <returns>False when no finalizer of ours was there.</returns>
    public async ValueTask<bool> ReleaseAsync(TrafficMirrorFilter declared, CancellationToken cancellationToken)
    {
        if (!AreOn(declared)) return false;
        await store.WriteFinalizersAsync(declared, OfOthers(declared), cancellationToken);
        return true;
    }

    private static bool IsGoing(TrafficMirrorFilter declared) => declared.Metadata.DeletionTimestamp is not null;

    private static IReadOnlyList<string> OfOthers(TrafficMirrorFilter declared) =>
        [.. declared.Metadata.Finalizers.Where(finalizer => finalizer is not (Finalizers.Operation or Finalizers.Detach))];
}
