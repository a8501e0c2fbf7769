using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Kinds.Policies.Planning;
using VpcMirrorOperator.Kinds.Policies.Schedules;

namespace VpcMirrorOperator.Kinds.Policies;

/// <summary>When a policy looks again, and how old the lists may be that it looks at. Pure.</summary>
internal static class PolicySchedule
{
    /// <summary>Between two passes: changes are gathered for a second (rule P6).</summary>
    public static readonly TimeSpan Gather = TimeSpan.FromSeconds(1);

    /// <summary>Between two status writes that do not change Ready (rule P27).</summary>
    public static readonly TimeSpan StatusPause = TimeSpan.FromSeconds(10);

    /// <summary>Between two inventories of a region, and two lists of its sessions at rest: one a minute (rules P3 and P24).</summary>
    public static readonly TimeSpan AtRest = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan UnderWay = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan AfterNews = TimeSpan.FromSeconds(2);

    /// <summary>Sessions of one page of a list: a list of many is not read as often.</summary>
    private const int PageSize = 100;

    /// <summary>How old the last list of sessions must be before the next.</summary>
    /// <param name="isUnderWay">Whether something is to be confirmed by it.</param>
    /// <param name="hasNews">Whether a child has changed since the last.</param>
    /// <param name="sessions">How many sessions the region has.</param>
    public static TimeSpan ListPause(bool isUnderWay, bool hasNews, int sessions)
    {
        if (!isUnderWay) return AtRest;
        var pause = hasNews ? AfterNews : UnderWay;
        var paced = AfterNews * (1 + (sessions / PageSize));
        return pause > paced ? pause : paced;
    }

    /// <summary>How long until the policy looks again if nothing happens.</summary>
    public static TimeSpan Pause(TrafficMirrorPolicy policy, PolicyPlan plan, DateTimeOffset now)
    {
        var due = now + (plan.IsUnderWay ? UnderWay : AtRest);
        foreach (var since in plan.Memory.Leaving.Values.Concat(plan.Memory.Empty.Values))
            if (since + policy.Spec.Delay() is var end && end > now && end < due) due = end;
        if (CaptureSchedule.NextChange(policy.Spec.Schedule, now) is { } change && change < due) due = change;
        return due - now > Gather ? due - now : Gather;
    }
}
