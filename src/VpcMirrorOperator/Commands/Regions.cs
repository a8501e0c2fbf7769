using VpcMirrorOperator.Api.TrafficMirrorSessions;

namespace VpcMirrorOperator.Commands;

/// <summary>The regions of declared objects.</summary>
internal static class Regions
{
    /// <summary>An id that need not exist.</summary>
    private const string None = "tms-none";

    /// <summary>Of each region a session to ask for, which need not exist.</summary>
    public static IEnumerable<SessionRef> Of(DeclaredObjects declared) => declared.Sessions.Select(session => session.Session())
        .Select(session => session.IsRecorded ? session : session with { SessionId = None })
        .Concat(declared.Filters.Select(filter => filter.Filter())
            .Select(filter => new SessionRef(filter.Account, filter.RegionId, None)))
        .Concat(declared.Policies.Select(policy => new SessionRef(policy.Region().Account, policy.Spec.RegionId, None)));
}
