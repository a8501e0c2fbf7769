using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Policies.Cluster;

/// <summary>A namespace: its name and labels.</summary>
internal sealed record NamespaceObject
{
    /// <summary>Name and labels.</summary>
    public ObjectMeta Metadata { get => field ?? new ObjectMeta(); init; }
}
