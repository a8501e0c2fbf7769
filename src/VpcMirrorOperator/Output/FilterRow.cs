using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Output;

/// <summary>A filter as a row of the same table.</summary>
internal static class FilterRow
{
    /// <summary>The row of an object.</summary>
    /// <param name="filter">The object with its status.</param>
    /// <param name="seen">False while this process has not observed it.</param>
    public static SessionRow Of(TrafficMirrorFilter filter, bool seen)
    {
        var (status, named) = (seen ? filter.Status : null, filter.Filter());
        var ready = Conditions.Find(status?.Conditions ?? [], ConditionTypes.Ready);
        return new SessionRow(
            filter.Key(), new SessionRef(named.Account, named.RegionId, named.FilterId), status?.Filter?.Status ?? "", Counts(status),
            status is null ? SessionProgress.Working
                : SessionRow.ProgressOf(status.ObservedGeneration, status.Conditions, filter.Metadata.Generation),
            status is null ? "Pending" : ready?.Reason ?? "", ready?.Message ?? "")
        {
            Kind = TrafficMirrorFilter.KindName,
            PendingText = status?.Rules?.Pending,
        };
    }

    /// <summary>A rule to change counts among those to add: the text tells them apart.</summary>
    private static SourceCounts? Counts(TrafficMirrorFilterStatus? status) => status?.Rules is not { } rules ? null : new SourceCounts
    {
        Desired = rules.Desired, Actual = rules.Actual, ToAdd = rules.ToAdd + rules.ToChange, ToRemove = rules.ToRemove,
    };
}
