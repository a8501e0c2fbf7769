using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Filters;

/// <summary>
/// Two objects for one filter would undo each other's work for ever, so one owns it: the oldest that names it (rule S5). Pure.
/// </summary>
internal static class FilterOwnership
{
    /// <summary>The other object that owns the filter; null when this one does.</summary>
    /// <param name="declared">The object in question.</param>
    /// <param name="claimants">All objects that name the same filter.</param>
    /// <param name="mayHave">Whether an object may have a filter at all: whom the list refuses does not stand in the way of others.</param>
    public static ObjectKey? OtherOwner(
        TrafficMirrorFilter declared, IReadOnlyCollection<TrafficMirrorFilter> claimants, Func<TrafficMirrorFilter, bool> mayHave)
    {
        var oldest = claimants.Where(one => one.Metadata.DeletionTimestamp is null && mayHave(one)).Append(declared)
            .OrderBy(one => one.Metadata.CreationTimestamp ?? DateTimeOffset.MaxValue).ThenBy(one => one.Key()).First();
        return oldest.Key() == declared.Key() ? null : oldest.Key();
    }
}
