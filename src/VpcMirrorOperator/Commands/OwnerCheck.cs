using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Lifecycle;

namespace VpcMirrorOperator.Commands;

/// <summary>Nothing is created before it is said whose it is (rule S1). Pure.</summary>
internal static class OwnerCheck
{
    /// <summary>Refuses manifests that create something while nobody says whose it is.</summary>
    /// <param name="declared">The manifests.</param>
    /// <param name="installation">Whose what is created would be.</param>
    /// <exception cref="CommandException">A line for each such object.</exception>
    public static void Require(DeclaredObjects declared, Installation installation)
    {
        if (installation.Id is not null) return;
        var sessions = declared.Sessions.Where(one => one.Creates()).Select(one => (TrafficMirrorSession.KindName, Key: one.Key()));
        var filters = declared.Filters.Where(one => one.Creates()).Select(one => (TrafficMirrorFilter.KindName, Key: one.Key()));
        var policies = declared.Policies.Select(one => (TrafficMirrorPolicy.KindName, Key: one.Key()));
        List<string> creating =
        [
            .. policies.Select(one => $"{declared.Places[one]}: {one.Key} creates sessions. {installation.Trouble}"),
            .. filters.Select(one => $"{declared.Places[one]}: {one.Key} creates a filter. {installation.Trouble}"),
            .. sessions.Select(one => $"{declared.Places[one]}: {one.Key} creates a session. {installation.Trouble}"),
        ];
        if (creating.Count > 0) throw new CommandException(string.Join('\n', creating));
    }
}
