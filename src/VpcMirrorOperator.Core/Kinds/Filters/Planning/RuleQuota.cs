using System.Globalization;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Decisions;

namespace VpcMirrorOperator.Kinds.Filters.Planning;

/// <summary>
/// How many rules a filter may have (rule S13): twenty by default, more where the quota was raised. Only the cloud knows, so whatever is
/// declared is tried, and a refusal is believed for a while.
/// </summary>
internal static class RuleQuota
{
    /// <summary>The quota to plan with; null when what is declared does not fit into what the cloud took.</summary>
    public static int? Of(FilterPlannerInput input, ObservedFilter filter, IReadOnlyCollection<DirectionEdit> edits) =>
        Learned(input) is { } learned && Wanted(filter, edits) > learned ? null : Most(input, filter, edits);

    /// <summary>The most rules that the filter is believed to take.</summary>
    public static int Most(FilterPlannerInput input, ObservedFilter filter, IReadOnlyCollection<DirectionEdit> edits) =>
        Learned(input) ?? Math.Max(FilterLimits.DefaultQuota, Math.Max(filter.Rules.Count, Wanted(filter, edits)));

    /// <summary>What an edit that does not fit says.</summary>
    public static Decision.Stall Exceeded(FilterPlannerInput input, FilterFacts facts)
    {
        var declared = facts.Edits.Sum(edit => edit.Target.Count);
        return new Decision.Stall(
            Reasons.QuotaOfFilter,
            string.Create(
                CultureInfo.InvariantCulture,
                $"The cloud takes no more rules for the filter (it has {Learned(input) ?? FilterLimits.DefaultQuota} at most, declared "
                + $"are " +
                $"{declared}). Have the quota vpc_quota_traffic_mirror_rules_num_per_filter raised, or declare fewer rules."),
            FilterTimes.StalledPoll);
    }

    private static int? Learned(FilterPlannerInput input) => input.Memory.QuotaUntil > input.Now ? input.Memory.Quota : null;

    /// <summary>The rules that the filter has at the end, those that are left alone included.</summary>
    private static int Wanted(ObservedFilter filter, IReadOnlyCollection<DirectionEdit> edits) =>
        filter.Rules.Count + edits.Sum(edit => edit.Target.Count - edit.Table.Count);
}
