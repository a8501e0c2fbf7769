namespace VpcMirrorOperator.Api.TrafficMirrorPolicies;

/// <summary>What the entries of a policy match in the cluster.</summary>
public sealed record ClusterCounts
{
    /// <summary>Running pods that are selected.</summary>
    public int Pods { get; init; }

    /// <summary>Of them, those whose interface is not known.</summary>
    public int PodsWithoutInterface { get; init; }

    /// <summary>Nodes that are selected.</summary>
    public int Nodes { get; init; }

    /// <summary>Pods that are not selected and are mirrored too, because they share an interface with one that is.</summary>
    public int OtherPods { get; init; }
}
