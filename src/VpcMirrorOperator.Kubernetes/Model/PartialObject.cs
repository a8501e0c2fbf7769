using System.Text.Json.Serialization;

namespace VpcMirrorOperator.Kubernetes.Model;

/// <summary>Any object, of which only the metadata matters.</summary>
public sealed record PartialObject
{
    /// <summary>Name, uid, version and times.</summary>
    [JsonPropertyName("metadata")]
    public ObjectMeta Metadata { get => field ?? new(); init; }
}
