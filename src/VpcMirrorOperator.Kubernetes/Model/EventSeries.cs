using System.Text.Json.Serialization;

namespace VpcMirrorOperator.Kubernetes.Model;

/// <summary>How often an event has happened.</summary>
internal sealed record EventSeries(
    [property: JsonPropertyName("count")] int Count,
    [property: JsonPropertyName("lastObservedTime"), JsonConverter(typeof(MicroTimeConverter))] DateTimeOffset LastObservedTime);
