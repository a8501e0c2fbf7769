using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Decisions;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>Holds plans that would blind the IDS. A held plan makes no write at all: what is approved is what is done.</summary>
internal static class SafetyGuard
{
    public static Decision.Hold? Check(TrafficMirrorSession desired, ObservedSession session, SourceDiff diff, string? hash, bool approved)
    {
        if (diff.ToRemove.IsEmpty) return null;
        if (diff.Desired == 0 && !desired.Spec.AllowsEmpty()) return Empty(diff);
        return CheckNumber(desired, session, diff, hash, approved);
    }

    /// <summary>The guards of a deletion: it counts as a plan like any other, and must not empty the session either.</summary>
    public static Decision.Hold? CheckDetaching(
        TrafficMirrorSession deleted, ObservedSession session, SourceDiff diff, string? hash, bool approved) =>
        diff.ToRemove.Length == session.Sources.Count && !deleted.Spec.AllowsEmpty()
            ? new Decision.Hold(
                Reasons.WouldEmptySession,
                $"Detaching this object's sources ({diff.ToRemove.Length}) would leave the session without any. To allow it, set " +
                "spec.safety.allowEmpty: true.")
            : CheckNumber(deleted, session, diff, hash, approved);

    private static Decision.Hold? CheckNumber(
        TrafficMirrorSession desired, ObservedSession session, SourceDiff diff, string? hash, bool approved)
    {
        if (desired.Spec.Safety?.MaxRemovals is not { } limit || approved) return null;
        return diff.ToRemove.Length > limit.Of(session.Sources.Count) ? TooMany(diff, limit, hash) : null;
    }

    /// <summary>
    /// Holds removals while not one desired source is mirrored: the adds failed, and removing the rest would empty the session
    /// just as an empty list would.
    /// </summary>
    public static Decision.Hold? CheckBeforeRemoval(TrafficMirrorSession desired, SourceDiff diff) =>
        diff.Covered > 0 || desired.Spec.AllowsEmpty() ? null : new Decision.Hold(
            Reasons.WouldEmptySession,
            "No desired source could be added; removing the others would leave the session without sources. "
            + "Correct spec.sourceIds, or set spec.safety.allowEmpty: true.");

    private static Decision.Hold Empty(SourceDiff diff) => new(
        Reasons.EmptySourceList,
        $"spec.sourceIds is empty; the session's sources ({diff.ToRemove.Length}) stay. "
        + "To remove them all, set spec.safety.allowEmpty: true.");

    private static Decision.Hold TooMany(SourceDiff diff, IntOrPercent limit, string? hash) => new(
        Reasons.MaxRemovalsExceeded,
        $"The plan's removals ({diff.ToRemove.Length}) exceed spec.safety.maxRemovals ({limit}). "
        + $"To approve it, set the annotation {Annotations.ApprovedPlan}: \"{hash}\".");
}
