using VpcMirrorOperator.Api.TrafficMirrorSessions;

namespace VpcMirrorOperator.Commands;

/// <summary>The regions of declared objects.</summary>
internal static class Regions
{
    /// <summary>Of each region a session to ask for; where none is declared, one that need not exist.</summary>
    public static IEnumerable<SessionRef> Of(DeclaredObjects declared) => declared.Sessions.Select(session => session.Session()).Concat(
        declared.Filters.Select(filter => filter.Filter()).Select(filter => new SessionRef(filter.Account, filter.RegionId, "tms-none")));
}
