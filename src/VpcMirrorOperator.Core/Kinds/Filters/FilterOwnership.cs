using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Engine.Lifecycle;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Filters;

/// <summary>
/// Two objects for one filter would undo each other's work for ever, so one owns it: the living object that created it, whatever its age;
/// else the oldest that names it (rule S5). Pure.
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
        if (declared.Creates()) return null;
        var living = claimants.Where(one => one.Metadata.DeletionTimestamp is null && mayHave(one)).ToList();
        if (living.Find(one => one.Creates()) is { } creator) return creator.Key();
        var oldest = living.Append(declared)
            .OrderBy(one => one.Metadata.CreationTimestamp ?? DateTimeOffset.MaxValue).ThenBy(one => one.Key()).First();
        return oldest.Key() == declared.Key() ? null : oldest.Key();
    }

    /// <summary>Speaks for the rules that all kinds share.</summary>
    public static Claim ClaimOf(TrafficMirrorFilter one) => new(
        one.Key(), one.Metadata.CreationTimestamp, one.Creates() ? CreatedFilters.IdentityOf(one, "") : null,
        one.Metadata.DeletionTimestamp is not null);
}
