using System.Text.Json.Serialization;

namespace VpcMirrorOperator.Kubernetes.Model;

/// <summary>Kubernetes' <c>LeaseSpec</c>, as far as leader election by client-go uses it. Compares by value.</summary>
internal sealed record LeaseSpec
{
    /// <summary>Who holds it; absent or empty when nobody does.</summary>
    [JsonPropertyName("holderIdentity")]
    public string? HolderIdentity { get; init; }

    [JsonPropertyName("leaseDurationSeconds")]
    public int? LeaseDurationSeconds { get; init; }

    [JsonPropertyName("acquireTime"), JsonConverter(typeof(MicroTimeConverter))]
    public DateTimeOffset? AcquireTime { get; init; }

    [JsonPropertyName("renewTime"), JsonConverter(typeof(MicroTimeConverter))]
    public DateTimeOffset? RenewTime { get; init; }

    /// <summary>How often the holder has changed.</summary>
    [JsonPropertyName("leaseTransitions")]
    public int? LeaseTransitions { get; init; }
}
