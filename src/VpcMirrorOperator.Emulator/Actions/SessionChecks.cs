using VpcMirrorOperator.Emulator.Filters;
using VpcMirrorOperator.Emulator.State;
using VpcMirrorOperator.Emulator.Wire;

namespace VpcMirrorOperator.Emulator.Actions;

/// <summary>What a session's fields must meet when it is created or updated: priority, filter and target.</summary>
internal static class SessionChecks
{
    internal static ApiError? Priority(ApiCall call, EmulatedRegion region, EmulatedSession? session, int priority) =>
        call.Settings.UniquePriorities && region.Sessions.Any(other => other != session && other.PriorityToCome == priority)
            ? CloudErrors.Bad(call.Settings.PriorityTakenCode, $"The priority {priority} is used by another traffic mirror session.")
            : null;

    internal static ApiError? Filter(ApiCall call, EmulatedRegion region, EmulatedSession? session, string id)
    {
        if (region.Filters.Find(id, call.Now, call.Settings.ApplyAt) is not { } filter) return CloudErrors.FilterNotFound;
        if (filter.Status is FilterStatus.Creating or FilterStatus.Deleting) return CloudErrors.FilterStatus;
        var limit = call.Settings.MaxSessionsPerFilter;
        return region.Sessions.Count(other => other != session && other.FilterToCome == id) < limit ? null : CloudErrors.Bad(
            call.Settings.FilterFullCode, $"The traffic mirror filter {id} is used by {limit} sessions; it cannot be used by more.");
    }

    internal static ApiError? Target(ApiCall call, EmulatedRegion region, string id, string type) => type switch
    {
        "NetworkInterface" => InterfaceCheck.CheckTarget(call, region, id),
        "SLB" => Prefixed(id, "lb-"),
        _ => Prefixed(id, "ep-"),
    };

    private static ApiError? Prefixed(string id, string prefix) => id.StartsWith(prefix, StringComparison.Ordinal)
        ? null
        : CloudErrors.Illegal("TrafficMirrorTargetId", $"an id of this target type starts with {prefix}");
}
