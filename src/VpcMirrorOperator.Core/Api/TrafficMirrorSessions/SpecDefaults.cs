using VpcMirrorOperator.Api.Shared;

namespace VpcMirrorOperator.Api.TrafficMirrorSessions;

/// <summary>
/// The values that absent fields stand for. In code, not in the schema: a defaulted field would show as a difference in Argo CD.
/// </summary>
public static class SpecDefaults
{
    /// <summary>The most removals without approval where the object does not say; one source may be replaced even so.</summary>
    public static readonly IntOrPercent MaxRemovals = new(50, IsPercent: true);

    private static readonly TimeSpan DefaultDriftCheckInterval = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan DefaultRemovalWindow = TimeSpan.FromHours(1);

    /// <summary>The policy in force.</summary>
    public static ManagementPolicy Policy(this TrafficMirrorSessionSpec spec) => spec.ManagementPolicy ?? ManagementPolicy.Sync;

    /// <summary>What is declared of the session: one that the operator creates mirrors, unless it is said otherwise.</summary>
    public static SessionDeclaration? Declaration(this TrafficMirrorSession declared) =>
        declared.Spec.Session is { Enabled: null } session && declared.Creates() ? session with { Enabled = true } : declared.Spec.Session;

    /// <summary>Whether cloud writes are suspended.</summary>
    public static bool IsSuspended(this TrafficMirrorSessionSpec spec) => spec.Suspend ?? false;

    /// <summary>Whether an empty list may empty the session.</summary>
    public static bool AllowsEmpty(this TrafficMirrorSessionSpec spec) => spec.Safety?.AllowEmpty ?? false;

    /// <summary>Over which time removals are counted together.</summary>
    public static TimeSpan RemovalWindow(this TrafficMirrorSessionSpec spec)
    {
        var window = spec.Safety?.RemovalWindow ?? DefaultRemovalWindow;
        return window > SpecLimits.MaxRemovalWindow ? SpecLimits.MaxRemovalWindow : window;
    }

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
