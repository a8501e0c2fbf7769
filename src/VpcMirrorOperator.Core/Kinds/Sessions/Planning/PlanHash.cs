using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Decisions;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>The name of a plan: exactly these additions and removals on exactly this session. What a user approves.</summary>
internal static class PlanHash
{
    /// <summary>The hash of a plan, 32 lower-case hex digits; null for an empty plan.</summary>
    /// <param name="session">The session that the plan changes.</param>
    /// <param name="toAdd">Ids to add, in ordinal order.</param>
    /// <param name="toRemove">Ids to remove, in ordinal order.</param>
    /// <param name="attributes">Attributes to write; null for none.</param>
    public static string? Of(
        SessionRef session, IReadOnlyCollection<string> toAdd, IReadOnlyCollection<string> toRemove,
        IReadOnlyCollection<AttributeChange>? attributes = null)
    {
        attributes ??= [];
        if (toAdd.Count == 0 && toRemove.Count == 0 && attributes.Count == 0) return null;
        return LineHash.Of([
            session.RegionId, session.SessionId, .. toAdd.Select(id => "+" + id), .. toRemove.Select(id => "-" + id),
            .. attributes.Select(change => $"~{change.Attribute}\n{change.Is}"),
        ]);
    }
}
