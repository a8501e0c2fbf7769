using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Kinds;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Filters;

/// <summary>Says who keeps a filter from being deleted (rule S15). Pure.</summary>
internal static class FilterUse
{
    private const int MostNamed = 10;

    /// <summary>The living object that manages a session, as far as this process knows: the oldest that speaks for it.</summary>
    public static ObjectKey? ManagerOf(KindLinks links, SessionRef session) =>
        links.ClaimantsOf<TrafficMirrorSession>(session.Identity).Where(one => one.Metadata.DeletionTimestamp is null)
            .OrderBy(one => one.Metadata.CreationTimestamp ?? DateTimeOffset.MaxValue).ThenBy(one => one.Key()).FirstOrDefault()?.Key();

    /// <summary>A sentence that names the sessions, who manages them, and the way out; null when none uses the filter.</summary>
    /// <param name="usage">The sessions that use it.</param>
    /// <param name="managerOf">The object that manages a session; null when none does.</param>
    /// <param name="filter">The filter.</param>
    public static string? WhyKept(FilterUsage usage, Func<SessionRef, ObjectKey?> managerOf, FilterRef filter)
    {
        if (usage.SessionIds.Count == 0) return null;
        var named = usage.SessionIds.Take(MostNamed).Select(
            id => managerOf(new SessionRef(filter.Account, filter.RegionId, id)) is { } manager
                ? $"{id} (managed by {manager})" : $"{id} (managed by no object)");
        var more = usage.SessionIds.Count > MostNamed ? $" and {usage.SessionIds.Count - MostNamed} more" : "";
        return $"The filter is not deleted while sessions use it: {string.Join(", ", named)}{more}. Delete them, or give them another "
            + "filter. Or set deletionPolicy: Retain: the object then goes, and the filter stays.";
    }
}
