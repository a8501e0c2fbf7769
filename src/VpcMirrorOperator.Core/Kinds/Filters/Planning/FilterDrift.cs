using VpcMirrorOperator.Cloud;

namespace VpcMirrorOperator.Kinds.Filters.Planning;

/// <summary>
/// Tells our own changes of the rules from somebody else's. The status has a digest of the rules as last seen; what our open operation
/// does to
/// them is known only to a process that saw them. Another one gives it the benefit of the doubt.
/// </summary>
internal static class FilterDrift
{
    public static bool ChangedBySomebodyElse(FilterPlannerInput input, ObservedFilter filter)
    {
        if (!filter.IsSettled || input.Declared.Status?.Filter?.RulesFingerprint is not { } before) return false;
        var now = FilterFingerprint.Of(filter);
        if (now == before) return false;
        if (input.Declared.Status.Operation is not { } ours) return true;
        if (input.Memory.Seen is not { IsSettled: true } seen || FilterFingerprint.Of(seen) != before) return false;
        return FilterFingerprint.Of(OperationEffect.On(seen, ours)) != now;
    }
}
