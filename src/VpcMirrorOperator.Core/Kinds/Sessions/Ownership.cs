using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>Two objects for one session would undo each other's work for ever, so the older one owns it.</summary>
internal static class Ownership
{
    /// <summary>The object that owns the session in this one's place; null when this one is the owner.</summary>
    /// <param name="declared">The object in question.</param>
    /// <param name="claimants">All objects that name the same session.</param>
    public static ObjectKey? OwnerOtherThan(TrafficMirrorSession declared, IReadOnlyCollection<TrafficMirrorSession> claimants)
    {
        if (claimants.Count < 2) return null;
        var owner = claimants
            .OrderBy(claimant => claimant.Metadata.CreationTimestamp ?? DateTimeOffset.MaxValue)
            .ThenBy(claimant => claimant.Key())
            .First();
        return owner.Key() == declared.Key() ? null : owner.Key();
    }
}
