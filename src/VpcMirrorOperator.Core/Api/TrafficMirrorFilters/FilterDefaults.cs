using VpcMirrorOperator.Api.Shared;

namespace VpcMirrorOperator.Api.TrafficMirrorFilters;

/// <summary>
/// The values that absent fields stand for. In code, not in the schema: a defaulted field would show as a difference in Argo CD.
/// </summary>
public static class FilterDefaults
{
    private static readonly TimeSpan DefaultDriftCheckInterval = TimeSpan.FromMinutes(5);

    /// <summary>The policy in force.</summary>
    public static ManagementPolicy Policy(this TrafficMirrorFilterSpec spec) => spec.ManagementPolicy ?? ManagementPolicy.Sync;

    /// <summary>Whether cloud writes are suspended.</summary>
    public static bool IsSuspended(this TrafficMirrorFilterSpec spec) => spec.Suspend ?? false;

    /// <summary>Whether the last accepting rule may go while sessions use the filter.</summary>
    public static bool AllowsEmpty(this TrafficMirrorFilterSpec spec) => spec.Safety?.AllowEmpty ?? false;

    /// <summary>Whether the cloud is asked before each write.</summary>
    public static bool WantsDryRun(this TrafficMirrorFilterSpec spec) => spec.ValidateWithDryRun ?? false;

    /// <summary>The drift check interval in force, between floor and ceiling: a server without validation rules takes others.</summary>
    public static TimeSpan DriftInterval(this TrafficMirrorFilterSpec spec)
    {
        var interval = spec.DriftCheckInterval ?? DefaultDriftCheckInterval;
        if (interval < DriftCheckLimits.Shortest) return DriftCheckLimits.Shortest;
        return interval > DriftCheckLimits.Longest ? DriftCheckLimits.Longest : interval;
    }
}
