using System.Text.Json.Serialization;

namespace VpcMirrorOperator.Kubernetes.Model;

/// <summary>The part of Kubernetes' <c>metav1.StatusDetails</c> that is used.</summary>
internal sealed record ApiStatusDetails
{
    [JsonPropertyName("retryAfterSeconds")]
    public int RetryAfterSeconds { get; init; }

    [JsonIgnore]
    public TimeSpan? RetryAfter => RetryAfterSeconds > 0 ? TimeSpan.FromSeconds(RetryAfterSeconds) : null;
}
