using System.Text.Json.Serialization;

namespace VpcMirrorOperator.Kubernetes.Model;

/// <summary>Kubernetes' <c>metav1.ListMeta</c>.</summary>
internal sealed record ListMeta
{
    [JsonPropertyName("resourceVersion")]
    public string ResourceVersion { get => field ?? ""; init; }

    [JsonPropertyName("continue")]
    public string Continue { get => field ?? ""; init; }
}
