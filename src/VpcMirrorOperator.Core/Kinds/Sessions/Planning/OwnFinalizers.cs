using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>Which finalizers an object is to have. One of ours is enough to keep it; those of others are left as they are.</summary>
internal static class OwnFinalizers
{
    /// <summary>The finalizers of a living object.</summary>
    /// <param name="declared">The object.</param>
    /// <param name="hasOpenWrite">Whether a write of it is recorded, or about to be.</param>
    public static IReadOnlyList<string> Of(TrafficMirrorSession declared, bool hasOpenWrite)
    {
        if (declared.WantsDetach()) return [.. OfOthers(declared), Finalizers.Detach];
        return hasOpenWrite ? [.. OfOthers(declared), Finalizers.Operation] : OfOthers(declared);
    }

    /// <summary>Whether a living object has them already.</summary>
    /// <param name="declared">The object.</param>
    /// <param name="hasOpenWrite">Whether a write of it is recorded, or about to be.</param>
    public static bool AreRight(TrafficMirrorSession declared, bool hasOpenWrite)
    {
        var (detach, operation) = (declared.WantsDetach(), hasOpenWrite && !declared.WantsDetach());
        return declared.Metadata.Finalizers.Contains(Finalizers.Detach) == detach
            && declared.Metadata.Finalizers.Contains(Finalizers.Operation) == operation;
    }

    /// <summary>What is left when the operator is done with a deleted object.</summary>
    public static IReadOnlyList<string> OfOthers(TrafficMirrorSession declared) =>
        [.. declared.Metadata.Finalizers.Where(finalizer => finalizer is not (Finalizers.Detach or Finalizers.Operation))];
}
