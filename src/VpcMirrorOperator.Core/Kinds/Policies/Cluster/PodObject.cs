using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Policies.Cluster;

/// <summary>A pod, in the fields that are used (rule P4).</summary>
internal sealed record PodObject
{
    /// <summary>Name, namespace, uid, labels.</summary>
    public ObjectMeta Metadata { get => field ?? new ObjectMeta(); init; }

    /// <summary>Where and how it runs.</summary>
    public PodSpec? Spec { get; init; }

    /// <summary>How far it is.</summary>
    public PodStatus? Status { get; init; }

    /// <summary>Whether it runs on a node, as far as traffic is concerned: it has an address, and has not ended.</summary>
    public bool Runs => Status is { Phase: "Running" or "Pending", PodIP.Length: > 0 } && Spec?.NodeName is { Length: > 0 };
}

/// <summary>The part of a pod's spec that is used.</summary>
internal sealed record PodSpec
{
    /// <summary>The node that it was bound to.</summary>
    public string? NodeName { get; init; }

    /// <summary>Whether it uses the network of its node.</summary>
    public bool HostNetwork { get; init; }
}

/// <summary>The part of a pod's status that is used.</summary>
internal sealed record PodStatus
{
    /// <summary>Pending, Running, Succeeded, Failed or Unknown.</summary>
    public string? Phase { get; init; }

    /// <summary>Its address.</summary>
    public string? PodIP { get; init; }
}
