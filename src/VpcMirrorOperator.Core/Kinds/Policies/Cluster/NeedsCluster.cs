using VpcMirrorOperator.Api.TrafficMirrorPolicies;

namespace VpcMirrorOperator.Kinds.Policies.Cluster;

/// <summary>Whether a policy looks at pods or nodes: only then are they watched (rule P4).</summary>
internal static class NeedsCluster
{
    /// <summary>Whether an entry of sources or exclude does.</summary>
    public static bool Of(TrafficMirrorPolicySpec spec) =>
        spec.Sources.Concat(spec.Exclude).Any(entry => entry.Pods is not null || entry.Nodes is not null);
}
