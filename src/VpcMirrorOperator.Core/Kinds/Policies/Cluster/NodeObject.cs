using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Policies.Cluster;

/// <summary>A node, in the fields that are used.</summary>
internal sealed record NodeObject
{
    /// <summary>Name, uid, labels.</summary>
    public ObjectMeta Metadata { get => field ?? new ObjectMeta(); init; }

    /// <summary>The part of its spec that is used.</summary>
    public NodeSpec? Spec { get; init; }

    /// <summary>
    /// Its instance: <c>providerID</c> is <c>region.instance</c>. Null for nodes that are no ECS instances (LingJun, virtual nodes).
    /// </summary>
    public string? InstanceId => Spec?.ProviderID?.Split('.') is [_, { Length: > 0 } instance] && !IsVirtual ? instance : null;

    private bool IsVirtual => Metadata.Labels.GetValueOrDefault("type") == "virtual-kubelet"
        || Metadata.Labels.ContainsKey("alibabacloud.com/lingjun-worker");
}

/// <summary>The part of a node's spec that is used.</summary>
internal sealed record NodeSpec
{
    /// <summary>The cloud's name of it.</summary>
    public string? ProviderID { get; init; }
}
