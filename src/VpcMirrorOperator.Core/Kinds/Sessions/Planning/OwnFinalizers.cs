using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>Which finalizers an object is to have. One of ours is enough to keep it; those of others are left as they are.</summary>
internal static class OwnFinalizers
{
    /// <summary>The finalizers of a living object.</summary>
    /// <param name="declared">The object.</param>
    /// <param name="hasOpenWrite">Whether a write of it is recorded, or about to be.</param>
    public static IReadOnlyList<string> Of(TrafficMirrorSession declared, bool hasOpenWrite) =>
        Wanted(declared, hasOpenWrite) is { } ours ? [.. OfOthers(declared), ours] : OfOthers(declared);

    /// <summary>Whether a living object has them already.</summary>
    /// <param name="declared">The object.</param>
    /// <param name="hasOpenWrite">Whether a write of it is recorded, or about to be.</param>
    public static bool AreRight(TrafficMirrorSession declared, bool hasOpenWrite)
    {
        var (has, wanted) = (declared.Metadata.Finalizers, Wanted(declared, hasOpenWrite));
        return has.Contains(Finalizers.Detach) == (wanted == Finalizers.Detach)
            && has.Contains(Finalizers.Operation) == (wanted == Finalizers.Operation);
    }

    /// <summary>What is left when the operator is done with a deleted object.</summary>
    public static IReadOnlyList<string> OfOthers(TrafficMirrorSession declared) =>
        [.. declared.Metadata.Finalizers.Where(finalizer => finalizer is not (Finalizers.Detach or Finalizers.Operation))];

    private static string? Wanted(TrafficMirrorSession declared, bool hasOpenWrite) =>
        declared.WantsDetach() || declared.Creates() ? Finalizers.Detach : hasOpenWrite ? Finalizers.Operation : null;
}
