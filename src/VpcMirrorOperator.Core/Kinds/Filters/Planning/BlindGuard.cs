using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Engine.Decisions;

namespace VpcMirrorOperator.Kinds.Filters.Planning;

/// <summary>
/// Holds an edit that takes from a direction the last rule that accepts anything, while sessions use the filter (rule S13): it would blind
/// every one of them at once. A rule that no packet reaches accepts nothing.
/// </summary>
internal static class BlindGuard
{
    /// <summary>Whether the edit of a direction ends with nothing accepted, where something is now.</summary>
    public static bool Blinds(DirectionEdit edit)
    {
        if (edit.Changes.IsEmpty) return false;
        if (edit.Classes is { } classes)
            return classes.Decide(edit.Target).AcceptNothing && !classes.Decide(edit.Table).AcceptNothing;
        return !HasAccept(edit, edit.Target) && HasAccept(edit, edit.Table);
    }

    /// <summary>Whether the decision depends on which sessions use the filter.</summary>
    public static bool Asks(FilterPlannerInput input, FilterFacts facts) => !input.Declared.Spec.AllowsEmpty() && facts.Edits.Any(Blinds);

    /// <summary>Whether a direction may not be edited now.</summary>
    public static bool Holds(FilterPlannerInput input, DirectionEdit edit) =>
        !input.Declared.Spec.AllowsEmpty() && Blinds(edit) && input.Usage is not { SessionIds.Count: 0 };

    /// <summary>The hold; null when the direction may be edited. What is not known to be unused counts as used.</summary>
    public static Decision.Hold? Check(FilterPlannerInput input, FilterFacts facts)
    {
        if (!Asks(input, facts) || input.Usage is { SessionIds.Count: 0 }) return null;
        var directions = string.Join(" and ", facts.Edits.Where(Blinds).Select(edit => DirectionText.Of(edit.Direction)));
        var users = input.Usage is { SessionIds: var ids } ? $"Sessions use the filter ({ids.Count}, the first is {ids[0]})"
            : "Sessions may use it";
        return new Decision.Hold(
            Reasons.LastAcceptingRule,
            $"{users}, and the declared {directions} rules accept nothing any more: every one of them would be blind. Declare a rule that "
            + "accepts, or set spec.safety.allowEmpty: true.");
    }

    private static bool HasAccept(DirectionEdit edit, RuleTable table)
    {
        foreach (var content in table.Contents)
            if (edit.Contents[content].Action == RuleAction.Accept) return true;
        return false;
    }
}
