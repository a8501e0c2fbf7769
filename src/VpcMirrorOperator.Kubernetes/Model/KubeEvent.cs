using System.Text.Json.Serialization;

namespace VpcMirrorOperator.Kubernetes.Model;

/// <summary>Kubernetes' <c>events.k8s.io/v1</c> Event.</summary>
internal sealed record KubeEvent
{
    [JsonPropertyName("apiVersion")]
    public string ApiVersion { get; init; } = "events.k8s.io/v1";

    [JsonPropertyName("kind")]
    public string Kind { get; init; } = "Event";

    [JsonPropertyName("metadata")]
    public ObjectMeta Metadata { get => field ?? new(); init; }

    [JsonPropertyName("eventTime"), JsonConverter(typeof(MicroTimeConverter))]
    public DateTimeOffset EventTime { get; init; }

    [JsonPropertyName("series")]
    public EventSeries? Series { get; init; }

    [JsonPropertyName("reportingController")]
    public string? ReportingController { get; init; }

    [JsonPropertyName("reportingInstance")]
    public string? ReportingInstance { get; init; }

    [JsonPropertyName("action")]
    public string? Action { get; init; }

    [JsonPropertyName("reason")]
    public string? Reason { get; init; }

    [JsonPropertyName("regarding")]
    public ObjectReference? Regarding { get; init; }

    [JsonPropertyName("note")]
    public string? Note { get; init; }

    [JsonPropertyName("type")]
    public string? Type { get; init; }
}
