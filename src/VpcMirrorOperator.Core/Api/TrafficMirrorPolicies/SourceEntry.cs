namespace VpcMirrorOperator.Api.TrafficMirrorPolicies;

/// <summary>One way to select interfaces: exactly one of the members is set, and it says at least one thing (rule P1).</summary>
public sealed record SourceEntry
{
    /// <summary>By id, <c>eni-…</c>, at most <see cref="PolicyBounds.MaxIds"/>.</summary>
    public IReadOnlyList<string>? NetworkInterfaceIds { get; init; }

    /// <summary>By attributes of the interface in the cloud.</summary>
    public InterfaceSource? NetworkInterfaces { get; init; }

    /// <summary>By the pods that an interface carries.</summary>
    public PodSource? Pods { get; init; }

    /// <summary>By the node that an interface is attached to.</summary>
    public NodeSource? Nodes { get; init; }
}
