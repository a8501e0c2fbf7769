using System.Text.Json.Serialization;

namespace VpcMirrorOperator.Kubernetes.Model;

/// <summary>The part of Kubernetes' <c>metav1.DeleteOptions</c> that is used.</summary>
internal sealed record DeleteOptions([property: JsonPropertyName("preconditions")] Preconditions Preconditions)
{
    [JsonPropertyName("apiVersion")]
    public string ApiVersion { get; } = "v1";

    [JsonPropertyName("kind")]
    public string Kind { get; } = "DeleteOptions";
}
