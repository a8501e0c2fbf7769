using System.Text.Json.Serialization;

namespace VpcMirrorOperator.Kubernetes.Model;

/// <summary>Kubernetes' <c>metav1.OwnerReference</c>: the object of the same namespace that another one belongs to.</summary>
public sealed record OwnerReference
{
    /// <summary>Group and version of the owner, for example <c>apps/v1</c>.</summary>
    [JsonPropertyName("apiVersion")]
    public required string ApiVersion { get; init; }

    /// <summary>Kind of the owner, for example <c>Deployment</c>.</summary>
    [JsonPropertyName("kind")]
    public required string Kind { get; init; }

    /// <summary>Name of the owner.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>This life of the owner: when it is gone, the garbage collector deletes the object.</summary>
    [JsonPropertyName("uid")]
    public required string Uid { get; init; }

    /// <summary>Whether the owner is the controller that manages the object; at most one owner is.</summary>
    [JsonPropertyName("controller")]
    public bool Controller { get; init; }

    /// <summary>
    /// Whether the owner, deleted in the foreground, waits for this object. Whoever sets it needs the right to update the owner's
    /// finalizers.
    /// </summary>
    [JsonPropertyName("blockOwnerDeletion")]
    public bool BlockOwnerDeletion { get; init; }
}
