using System.Text.Json.Serialization;

namespace VpcMirrorOperator.Kubernetes.Model;

/// <summary>A merge patch of the only part of an event that may change.</summary>
internal sealed record EventSeriesPatch([property: JsonPropertyName("series")] EventSeries Series);
