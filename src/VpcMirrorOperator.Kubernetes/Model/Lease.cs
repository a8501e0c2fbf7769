using System.Text.Json.Serialization;

namespace VpcMirrorOperator.Kubernetes.Model;

/// <summary>Kubernetes' <c>coordination.k8s.io/v1</c> Lease.</summary>
internal sealed record Lease
{
    [JsonPropertyName("apiVersion")]
    public string ApiVersion { get; init; } = "coordination.k8s.io/v1";

    [JsonPropertyName("kind")]
    public string Kind { get; init; } = "Lease";

    [JsonPropertyName("metadata")]
    public ObjectMeta Metadata { get => field ?? new(); init; }

    [JsonPropertyName("spec")]
    public LeaseSpec Spec { get => field ?? new(); init; }
}
