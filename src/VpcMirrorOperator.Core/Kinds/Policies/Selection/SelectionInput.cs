using VpcMirrorOperator.Api.TrafficMirrorPolicies;

namespace VpcMirrorOperator.Kinds.Policies.Selection;

/// <summary>All that <see cref="PolicySelection"/> looks at.</summary>
internal sealed record SelectionInput
{
    /// <summary>The policy's namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>What is mirrored.</summary>
    public required IReadOnlyList<SourceEntry> Sources { get; init; }

    /// <summary>What is not.</summary>
    public IReadOnlyList<SourceEntry> Exclude { get; init; } = [];

    /// <summary>Whether interfaces that also carry unselected pods are left out.</summary>
    public bool SkipsShared { get; init; }

    /// <summary>The interfaces of the region.</summary>
    public required IReadOnlyCollection<InterfaceRecord> Interfaces { get; init; }

    /// <summary>The pods that run.</summary>
    public IReadOnlyCollection<PodRecord> Pods { get; init; } = [];

    /// <summary>The nodes.</summary>
    public IReadOnlyCollection<NodeRecord> Nodes { get; init; } = [];

    /// <summary>The labels of namespaces, by name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Namespaces { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, string>>();
}
