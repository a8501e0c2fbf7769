using System.Globalization;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Decisions;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>Holds removals that would blind the IDS, all of a plan's or none: what is approved is what is done. Additions go on.</summary>
internal static class SafetyGuard
{
    /// <summary>What holds the removals of a living object; null when they may be made.</summary>
    public static Decision.Hold? Check(PlannerInput input, ObservedSession session, PlanFacts facts)
    {
        if (facts.Diff.ToRemove.IsEmpty) return null;
        if (facts.Diff.Desired == 0 && !input.Declared.Spec.AllowsEmpty()) return Empty(facts.Diff);
        return TooFewLeft(input, session, facts) ?? RemovalLimit.Check(input, session, facts);
    }

    /// <summary>The guards of a deletion: it counts as a plan like any other, and must not empty the session either.</summary>
    public static Decision.Hold? CheckDetaching(PlannerInput input, ObservedSession session, PlanFacts facts) =>
        facts.Diff.ToRemove.Length == session.Sources.Count && !input.Declared.Spec.AllowsEmpty()
            ? new Decision.Hold(
                Reasons.WouldEmptySession,
                $"Detaching this object's sources ({facts.Diff.ToRemove.Length}) would leave the session without any. To allow it, set " +
                "spec.safety.allowEmpty: true.")
            : TooFewLeft(input, session, facts) ?? RemovalLimit.CheckDetaching(input, session, facts);

    /// <summary>
    /// Holds removals while not one desired source is mirrored: the adds failed, and removing the rest would empty the session
    /// just as an empty list would.
    /// </summary>
    public static Decision.Hold? CheckBeforeRemoval(TrafficMirrorSession desired, SourceDiff diff) =>
        diff.ToRemove.IsEmpty || diff.Covered > 0 || diff.Desired == 0 || desired.Spec.AllowsEmpty() ? null : new Decision.Hold(
            Reasons.WouldEmptySession,
            "No desired source could be added; removing the others would leave the session without sources. "
            + "Correct spec.sourceIds, or set spec.safety.allowEmpty: true.");

    private static Decision.Hold Empty(SourceDiff diff) => new(
        Reasons.EmptySourceList,
        $"spec.sourceIds is empty; the session's sources ({diff.ToRemove.Length}) stay. "
        + "To remove them all, set spec.safety.allowEmpty: true.");

    /// <summary>The floor is no matter of approval: whoever wants less lowers it.</summary>
    private static Decision.Hold? TooFewLeft(PlannerInput input, ObservedSession session, PlanFacts facts)
    {
        if (input.Declared.Spec.Safety?.MinSources is not { } floor) return null;
        var left = session.Sources.Count + facts.Diff.ToAdd.Length - facts.Diff.ToRemove.Length;
        return left >= floor ? null : new Decision.Hold(
            Reasons.MinSourcesReached,
            string.Create(
                CultureInfo.InvariantCulture,
                $"After the plan's removals ({facts.Diff.ToRemove.Length}) the session would keep {left}, fewer than "
                + $"spec.safety.minSources ({floor}). Lower it, or list more sources."));
    }
}
