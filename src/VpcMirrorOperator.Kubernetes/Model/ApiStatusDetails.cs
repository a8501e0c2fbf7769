using System.Text.Json.Serialization;

namespace VpcMirrorOperator.Kubernetes.Model;

/// <summary>The part of Kubernetes' <c>metav1.StatusDetails</c> that is used.</summary>
internal sealed record ApiStatusDetails
{
    [JsonPropertyName("retryAfterSeconds")]
    public int RetryAfterSeconds { get; init; }

    /// <summary>The object that the answer is about.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonIgnore]
    public TimeSpan? RetryAfter => RetryAfterSeconds > 0 ? TimeSpan.FromSeconds(RetryAfterSeconds) : null;
}
