using VpcMirrorOperator.Api.Shared;

namespace VpcMirrorOperator.Api.TrafficMirrorPolicies;

/// <summary>
/// The values that absent fields stand for. In code, not in the schema: a defaulted field would show as a difference in Argo CD.
/// </summary>
public static class PolicyDefaults
{
    /// <summary>Sources of a session where nobody raised the quota.</summary>
    public const int SourcesPerSession = 10;

    /// <summary>Sources of a network interface as target; large instance types take more and are declared.</summary>
    public const int SourcesPerInterface = 20;

    /// <summary>Sources of any other target.</summary>
    public const int SourcesPerOther = 500;

    /// <summary>The type of a target that is a network interface.</summary>
    public const string InterfaceTarget = "NetworkInterface";

    /// <summary>The most counted removals of an hour without approval.</summary>
    public static readonly IntOrPercent MaxRemovals = new(50, IsPercent: true);

    private static readonly TimeSpan DefaultRemovalDelay = TimeSpan.FromMinutes(5);

    /// <summary>The policy in force.</summary>
    public static ManagementPolicy Policy(this TrafficMirrorPolicySpec spec) => spec.ManagementPolicy ?? ManagementPolicy.Sync;

    /// <summary>Whether everything is suspended.</summary>
    public static bool IsSuspended(this TrafficMirrorPolicySpec spec) => spec.Suspend ?? false;

    /// <summary>What happens to the sessions when the policy is deleted.</summary>
    public static DeletionPolicy OnDeletion(this TrafficMirrorPolicySpec spec) => spec.DeletionPolicy ?? DeletionPolicy.Retain;

    /// <summary>How long an interface that is no longer selected stays.</summary>
    public static TimeSpan Delay(this TrafficMirrorPolicySpec spec) => spec.RemovalDelay ?? DefaultRemovalDelay;

    /// <summary>The most sources of one session.</summary>
    public static int SessionSize(this TrafficMirrorPolicySpec spec) => spec.MaxSourcesPerSession ?? SourcesPerSession;

    /// <summary>The most sources that may point at a target.</summary>
    public static int Capacity(this PolicyTarget target) =>
        target.MaxSources ?? (target.Type == InterfaceTarget ? SourcesPerInterface : SourcesPerOther);

    /// <summary>Which interfaces of a node.</summary>
    public static NodeInterfaces Which(this NodeSource source) => source.Interfaces ?? NodeInterfaces.Primary;

    /// <summary>Whether interfaces that also carry unselected pods are left out.</summary>
    public static bool SkipsShared(this TrafficMirrorPolicySpec spec) => spec.SharedInterfaces == SharedInterfaces.Skip;
}
