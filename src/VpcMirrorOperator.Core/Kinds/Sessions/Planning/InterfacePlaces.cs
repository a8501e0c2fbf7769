using System.Collections.Immutable;
using VpcMirrorOperator.Engine.Decisions;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>
/// An interface may be in three sessions. A policy's session adds none that the region's list shows in three others (rule P9): the cloud
/// would refuse it, and a place that becomes free may be promised to another session. Pure.
/// </summary>
internal static class InterfacePlaces
{
    /// <summary>The difference without what has no place; null when nothing else is left of it.</summary>
    public static PlanFacts? Left(PlannerInput input, PlanFacts facts)
    {
        if (facts.Diff.ToAdd.IsEmpty || input.IsFullElsewhere is not { } isFull) return facts;
        ImmutableArray<string> left = [.. facts.Diff.ToAdd.Where(id => !isFull(id))];
        if (left.Length == facts.Diff.ToAdd.Length) return facts;
        var diff = facts.Diff with { ToAdd = left };
        return diff.IsEmpty ? null : facts with { Diff = diff };
    }

    /// <summary>Nothing else is left.</summary>
    public static Decision.Stall None(PlanFacts facts) => new(
        Reasons.InterfaceFull,
        $"Sources that the cloud lists in three other sessions, the most that it allows: {NamedIds.Of([.. facts.Diff.ToAdd])}.",
        TimeSpan.FromMinutes(1));
}
