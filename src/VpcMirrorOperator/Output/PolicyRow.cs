using System.Globalization;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Output;

/// <summary>A policy as a row of the table.</summary>
internal static class PolicyRow
{
    /// <summary>The row.</summary>
    /// <param name="policy">The object.</param>
    /// <param name="seen">Whether it was reconciled in this run: before that, its status is of an earlier one.</param>
    public static SessionRow Of(TrafficMirrorPolicy policy, bool seen)
    {
        var status = seen ? policy.Status : null;
        var ready = Conditions.Find(status?.Conditions ?? [], ConditionTypes.Ready);
        var progress = status is null || policy.Metadata.DeletionTimestamp is not null
            ? SessionProgress.Working
            : SessionRow.ProgressOf(status.ObservedGeneration, status.Conditions, policy.Metadata.Generation);
        var sessions = string.Create(CultureInfo.InvariantCulture, $"{status?.Sessions ?? 0} sessions");
        return new SessionRow(
            policy.Key(), new SessionRef(policy.Region().Account, policy.Spec.RegionId, sessions), "", Counts(status), progress,
            status is null ? "Pending" : ready?.Reason ?? "", ready?.Message ?? "")
        {
            Kind = TrafficMirrorPolicy.KindName,
        };
    }

    private static SourceCounts? Counts(TrafficMirrorPolicyStatus? status) => status?.Interfaces is not { } interfaces ? null
        : new SourceCounts
    {
        Desired = interfaces.Mirrorable, Actual = interfaces.Covered + interfaces.Leaving,
        ToAdd = interfaces.Mirrorable - interfaces.Covered, ToRemove = interfaces.Leaving, Coverage = interfaces.Coverage,
    };
}
