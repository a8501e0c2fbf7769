using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Kinds.Policies.Cluster;
using VpcMirrorOperator.Kinds.Policies.Guards;
using VpcMirrorOperator.Kinds.Policies.Planning;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Policies;

/// <summary>The status of a policy after a pass. Pure.</summary>
internal static class PolicyStatusBuilder
{
    /// <summary>The policy with its new status.</summary>
    /// <param name="policy">The policy as read.</param>
    /// <param name="plan">What was decided.</param>
    /// <param name="listedAt">When the list of sessions was begun.</param>
    /// <param name="now">The time.</param>
    public static TrafficMirrorPolicy Planned(TrafficMirrorPolicy policy, PolicyPlan plan, DateTimeOffset listedAt, DateTimeOffset now)
    {
        var old = policy.Status ?? new TrafficMirrorPolicyStatus();
        var verdict = PolicyVerdict.Of(policy, plan, Conditions.IsTrue(old.Conditions, ConditionTypes.Ready), now);
        var isHeld = plan.Guard is { Reason: not GuardReason.None };
        var isIncomplete = plan.OutOfReach.Any(one => one.Value != CoverageReasons.Excluded) || plan.Selection.PodsWithoutInterface > 0;
        return policy with
        {
            Status = Kept(old, plan.Memory) with
            {
                ObservedGeneration = policy.Metadata.Generation,
                Conditions = PolicyConditions.Of(policy, verdict, isIncomplete, isHeld, now),
                Interfaces = Keep(old.Interfaces, CoverageTally.Counts(plan)),
                Cluster = NeedsCluster.Of(policy.Spec) ? Keep(old.Cluster, ClusterOf(plan)) : null,
                Sessions = plan.Sessions,
                Reasons = KeepList(old.Reasons, CoverageTally.Reasons(plan)),
                Planned = KeepList(old.Planned, [.. plan.Packing.Planned.Take(TrafficMirrorPolicyStatus.MaxPlanned).Select(WriteText.Of)]),
                LastObservedTime = TimeConverter.Truncate(listedAt),
                LastHandledReconcileAt = RequestOf(policy) ?? old.LastHandledReconcileAt,
            },
        };
    }

    /// <summary>The policy with what the next process must know, written before anything is removed (rules P20 and P23).</summary>
    public static TrafficMirrorPolicy Remembered(TrafficMirrorPolicy policy, PolicyMemory memory) =>
        policy with { Status = Kept(policy.Status ?? new TrafficMirrorPolicyStatus(), memory) };

    /// <summary>The policy with conditions alone: it was not planned.</summary>
    public static TrafficMirrorPolicy Judged(TrafficMirrorPolicy policy, PolicyVerdict verdict, DateTimeOffset now)
    {
        var old = policy.Status ?? new TrafficMirrorPolicyStatus();
        return policy with
        {
            Status = old with
            {
                ObservedGeneration = policy.Metadata.Generation,
                Conditions = PolicyConditions.Of(
                    policy, verdict, Conditions.IsTrue(old.Conditions, ConditionTypes.CoverageIncomplete), old.Held is not null, now),
                LastHandledReconcileAt = RequestOf(policy) ?? old.LastHandledReconcileAt,
            },
        };
    }

    /// <summary>Whether two versions say the same, so that the second need not be written.</summary>
    public static bool SaysTheSame(TrafficMirrorPolicy old, TrafficMirrorPolicy current) =>
        old.Status is { } before && current.Status is { } after
        && (after with { LastObservedTime = before.LastObservedTime, RecentlySelected = before.RecentlySelected }) == before;

    private static TrafficMirrorPolicyStatus Kept(TrafficMirrorPolicyStatus old, PolicyMemory memory) => old with
    {
        ScheduledEnd = memory.ScheduledEnd is { } end ? TimeConverter.Truncate(end) : null,
        RecentRemovals = KeepList(old.RecentRemovals, Counts(memory.Guard.Removals)),
        RecentlySelected = KeepList(old.RecentlySelected, Counts(memory.Guard.Selected)),
        Held = memory.Guard.Held is { } held ? Keep(old.Held, HeldOf(held)) : null,
    };

    private static HeldRemovals HeldOf(HeldPlan held) => new()
    {
        PlanHash = held.Hash, Count = held.Ids.Count,
        Ids = held.Ids.Count > HeldRemovals.MaxIds ? null : [.. held.Ids.Order(StringComparer.Ordinal)],
    };

    private static ClusterCounts ClusterOf(PolicyPlan plan) => new()
    {
        Pods = plan.Selection.Pods, PodsWithoutInterface = plan.Selection.PodsWithoutInterface, Nodes = plan.Selection.Nodes,
        OtherPods = plan.Selection.OtherPods,
    };

    private static List<CountAt> Counts(IReadOnlyList<RemovalRecord> records) =>
        [.. records.Select(one => new CountAt { At = TimeConverter.Truncate(one.At), Count = one.Count })];

    private static string? RequestOf(TrafficMirrorPolicy policy) =>
        policy.Metadata.Annotations.GetValueOrDefault(Annotations.ReconcileRequestedAt) is { } asked ? BoundedText.Of(asked) : null;

    private static T Keep<T>(T? old, T current)
        where T : class => current.Equals(old) ? old! : current;

    private static IReadOnlyList<T> KeepList<T>(IReadOnlyList<T> old, IReadOnlyList<T> current) => old.SequenceEqual(current) ? old
        : current;
}
