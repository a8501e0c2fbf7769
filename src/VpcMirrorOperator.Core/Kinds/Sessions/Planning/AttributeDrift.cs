using System.Collections.Immutable;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>
/// Tells a declared attribute that somebody changed from one that is still to be written for the first time (rule S9). Pure.
/// </summary>
internal static class AttributeDrift
{
    /// <summary>Of what differs, what the session had as declared when it was seen last.</summary>
    /// <param name="input">What is known.</param>
    /// <param name="session">The session: while the account is locked, nothing is judged (rule S10).</param>
    /// <param name="diff">What differs now.</param>
    public static ImmutableArray<AttributeChange> Of(PlannerInput input, ObservedSession session, AttributeDiff diff)
    {
        if (diff.IsEmpty || !session.IsInGoodStanding || input.Owner is not null) return [];
        if (input.Declared.Status?.Session is not { } before) return [];
        return [.. diff.Changes.Where(change => SessionAttributes.ValueOf(change.Attribute, before) == change.Is)];
    }

    /// <summary>What is said of it.</summary>
    /// <param name="changes">What was changed.</param>
    public static string Told(IEnumerable<AttributeChange> changes) =>
        string.Join(", ", changes.Select(change => $"{change.Attribute} from {change.Is} to {change.Was}"));
}
