using System.Text.Json.Serialization;

namespace VpcMirrorOperator.Kubernetes.Model;

/// <summary>Any object, of which only the metadata matters.</summary>
internal sealed record PartialObject
{
    [JsonPropertyName("metadata")]
    public ObjectMeta Metadata { get => field ?? new(); init; }
}
