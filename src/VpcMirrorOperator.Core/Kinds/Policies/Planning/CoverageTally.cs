using VpcMirrorOperator.Api.TrafficMirrorPolicies;

namespace VpcMirrorOperator.Kinds.Policies.Planning;

/// <summary>Counts and first ids of a plan's coverage, for status and words. Pure.</summary>
internal static class CoverageTally
{
    /// <summary>The counts.</summary>
    public static InterfaceCounts Counts(PolicyPlan plan)
    {
        var (mirrorable, covered) = (plan.Coverage.Count, plan.Coverage.Values.Count(reason => reason == CoverageReasons.Covered));
        return new InterfaceCounts
        {
            Selected = mirrorable + plan.OutOfReach.Count(one => one.Value is not (
                CoverageReasons.Excluded or CoverageReasons.NoInterface)),
            Mirrorable = mirrorable,
            Covered = covered,
            Coverage = mirrorable == 0 ? 100 : (int)(100L * covered / mirrorable),
            Leaving = plan.Memory.Leaving.Count,
            CrossZone = plan.Packing.CrossZone,
            Summary = $"{covered}/{mirrorable}",
        };
    }

    /// <summary>Why interfaces are not seen, most first.</summary>
    public static IReadOnlyList<ReasonCount> Reasons(PolicyPlan plan) =>
    [
        .. plan.Coverage.Where(one => one.Value != CoverageReasons.Covered).Concat(plan.OutOfReach).GroupBy(one => one.Value)
            .Select(group => new ReasonCount
            {
                Reason = group.Key,
                Count = group.Count() + (group.Key == CoverageReasons.NoInterface ? plan.Selection.PodsWithoutInterface : 0),
                Ids = [.. group.Select(one => one.Key).Order(StringComparer.Ordinal).Take(TrafficMirrorPolicyStatus.MaxListed)],
            })
            .Concat(PodsAlone(plan))
            .OrderByDescending(reason => reason.Count).ThenBy(reason => reason.Reason, StringComparer.Ordinal),
    ];

    private static IEnumerable<ReasonCount> PodsAlone(PolicyPlan plan)
    {
        if (plan.Selection.PodsWithoutInterface > 0 && !plan.OutOfReach.Values.Contains(CoverageReasons.NoInterface))
            yield return new ReasonCount { Reason = CoverageReasons.NoInterface, Count = plan.Selection.PodsWithoutInterface };
    }
}
