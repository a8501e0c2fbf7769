using VpcMirrorOperator.Kinds.Policies.Selection;

namespace VpcMirrorOperator.Kinds.Policies.Cluster;

/// <summary>What the cluster shows of pods, nodes and namespaces.</summary>
internal sealed record ClusterSight
{
    /// <summary>Nothing was looked for.</summary>
    public static readonly ClusterSight None = new();

    /// <summary>The pods that run.</summary>
    public IReadOnlyCollection<PodRecord> Pods { get; init; } = [];

    /// <summary>The nodes.</summary>
    public IReadOnlyCollection<NodeRecord> Nodes { get; init; } = [];

    /// <summary>The labels of namespaces, by name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Namespaces { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <summary>Why it is not seen whole, and what to do; null when it is. Then nothing is removed (rule P5).</summary>
    public string? Blindness { get; init; }
}
