using System.Text.Json.Serialization;

namespace VpcMirrorOperator.Kubernetes.Model;

/// <summary>
/// A <c>core/v1</c> Event as anybody may have written it: the times of the old form or of the new one, or none. Events that were written as
/// <c>events.k8s.io/v1</c> are served in this form too.
/// </summary>
internal sealed record StoredEvent
{
    [JsonPropertyName("metadata")]
    public ObjectMeta Metadata { get => field ?? new(); init; }

    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("reason")]
    public string? Reason { get; init; }

    [JsonPropertyName("message")]
    public string? Message { get; init; }

    [JsonPropertyName("reportingComponent")]
    public string? ReportingComponent { get; init; }

    [JsonPropertyName("count")]
    public int? Count { get; init; }

    [JsonPropertyName("firstTimestamp"), JsonConverter(typeof(MicroTimeConverter))]
    public DateTimeOffset? FirstTimestamp { get; init; }

    [JsonPropertyName("lastTimestamp"), JsonConverter(typeof(MicroTimeConverter))]
    public DateTimeOffset? LastTimestamp { get; init; }

    [JsonPropertyName("eventTime"), JsonConverter(typeof(MicroTimeConverter))]
    public DateTimeOffset? EventTime { get; init; }

    [JsonPropertyName("series")]
    public EventSeries? Series { get; init; }
}
