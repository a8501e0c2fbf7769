using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Kinds.Policies.Cluster;
using VpcMirrorOperator.Kinds.Policies.Packing;
using VpcMirrorOperator.Kinds.Policies.Regions;

namespace VpcMirrorOperator.Kinds.Policies.Planning;

/// <summary>All that one pass of a policy looks at.</summary>
internal sealed record PolicyInput
{
    /// <summary>The policy.</summary>
    public required TrafficMirrorPolicy Policy { get; init; }

    /// <summary>The time.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The term of this process as leader; 0 where there is none (rule P10).</summary>
    public required long Term { get; init; }

    /// <summary>What the process knows of the policy.</summary>
    public required PolicyMemory Memory { get; init; }

    /// <summary>The filter of its sessions; null when it is missing or not ready.</summary>
    public required string? FilterId { get; init; }

    /// <summary>The interfaces of the region.</summary>
    public required InterfaceView Interfaces { get; init; }

    /// <summary>What the cluster shows.</summary>
    public ClusterSight Cluster { get; init; } = ClusterSight.None;

    /// <summary>Why the region is not seen whole; null when it is.</summary>
    public string? Blindness { get; init; }

    /// <summary>The children of all policies of the region.</summary>
    public required IReadOnlyList<ChildState> Children { get; init; }

    /// <summary>The latest list of sessions.</summary>
    public required RegionListing Listing { get; init; }

    /// <summary>What was written of the region's children.</summary>
    public required PackingMemory Written { get; init; }

    /// <summary>Names that cannot be taken.</summary>
    public IReadOnlySet<string> NamesSetAside { get; init; } = new HashSet<string>();

    /// <summary>Priorities that cannot be taken.</summary>
    public IReadOnlySet<int> PrioritiesSetAside { get; init; } = new HashSet<int>();
}
