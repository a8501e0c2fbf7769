using System.Text.Json.Serialization;

namespace VpcMirrorOperator.Kubernetes.Model;

/// <summary>Kubernetes' <c>metav1.Status</c>: the body of an error answer and of an ERROR event.</summary>
internal sealed record ApiStatus
{
    [JsonPropertyName("code")]
    public int Code { get; init; }

    [JsonPropertyName("reason")]
    public string Reason { get => field ?? ""; init; }

    [JsonPropertyName("message")]
    public string Message { get => field ?? ""; init; }

    [JsonPropertyName("details")]
    public ApiStatusDetails? Details { get; init; }
}
