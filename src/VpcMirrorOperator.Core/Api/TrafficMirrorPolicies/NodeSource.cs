namespace VpcMirrorOperator.Api.TrafficMirrorPolicies;

/// <summary>Selects the interfaces of nodes.</summary>
public sealed record NodeSource
{
    /// <summary>Labels of the nodes; empty: all nodes.</summary>
    public required LabelSelector NodeSelector { get; init; }

    /// <summary>Which of a node's interfaces; default <see cref="NodeInterfaces.Primary"/>.</summary>
    public NodeInterfaces? Interfaces { get; init; }
}
