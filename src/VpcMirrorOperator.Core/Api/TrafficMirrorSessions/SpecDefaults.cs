using VpcMirrorOperator.Api.Shared;

namespace VpcMirrorOperator.Api.TrafficMirrorSessions;

/// <summary>
/// The values that absent fields stand for. In code, not in the schema: a defaulted field would show as a difference in Argo CD.
/// </summary>
public static class SpecDefaults
{
    private static readonly TimeSpan DefaultDriftCheckInterval = TimeSpan.FromMinutes(5);

    /// <summary>The policy in force.</summary>
    public static ManagementPolicy Policy(this TrafficMirrorSessionSpec spec) => spec.ManagementPolicy ?? ManagementPolicy.Sync;

    /// <summary>Whether cloud writes are suspended.</summary>
    public static bool IsSuspended(this TrafficMirrorSessionSpec spec) => spec.Suspend ?? false;

    /// <summary>Whether an empty list may empty the session.</summary>
    public static bool AllowsEmpty(this TrafficMirrorSessionSpec spec) => spec.Safety?.AllowEmpty ?? false;

    /// <summary>Whether the cloud is asked before the first write of a plan.</summary>
    public static bool WantsDryRun(this TrafficMirrorSessionSpec spec) => spec.ValidateWithDryRun ?? false;

    /// <summary>The drift check interval in force, between floor and ceiling: a server without validation rules takes others.</summary>
    public static TimeSpan DriftInterval(this TrafficMirrorSessionSpec spec)
    {
        var interval = spec.DriftCheckInterval ?? DefaultDriftCheckInterval;
        if (interval < SpecLimits.MinDriftCheckInterval) return SpecLimits.MinDriftCheckInterval;
        return interval > SpecLimits.MaxDriftCheckInterval ? SpecLimits.MaxDriftCheckInterval : interval;
    }
}
