using VpcMirrorOperator.Api.TrafficMirrorSessions;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>
/// Most versions of an object differ in their status only. What is equal is taken over from the version before, since others keep parts of
/// it: the queue its names, the reader its ids, the memories its uid. Pure.
/// </summary>
internal static class ReusedParts
{
    /// <summary>The new version, with every part of the old one that is equal.</summary>
    /// <param name="old">The version before.</param>
    /// <param name="current">The version as read; another life of the object is returned as it is.</param>
    public static TrafficMirrorSession Of(TrafficMirrorSession old, TrafficMirrorSession current)
    {
        var (was, now) = (old.Metadata, current.Metadata);
        if (was.Life != now.Life || was.Key != now.Key) return current;
        return current with
        {
            Metadata = now with { Namespace = was.Namespace, Name = was.Name },
            Spec = IsSame(old.Spec, current.Spec) ? old.Spec : current.Spec,
            Status = old.Status is { } before && current.Status is { } after ? Of(before, after) : current.Status,
        };
    }

    private static TrafficMirrorSessionStatus Of(TrafficMirrorSessionStatus old, TrafficMirrorSessionStatus current) => current with
    {
        Conditions = old.Conditions.SequenceEqual(current.Conditions) ? old.Conditions : current.Conditions,
        Session = old.Session == current.Session ? old.Session : current.Session,
        Sources = old.Sources == current.Sources ? old.Sources : current.Sources,
    };

    private static bool IsSame(TrafficMirrorSessionSpec old, TrafficMirrorSessionSpec current) =>
        old with { SourceIds = current.SourceIds } == current
        && (old.SourceIds, current.SourceIds) is (SourceIdSet before, SourceIdSet after) && before.SetEquals(after);
}
