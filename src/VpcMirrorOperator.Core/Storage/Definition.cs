using System.Text.Json.Serialization;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Storage;

/// <summary>The custom resource's definition, of which only the metadata matters.</summary>
internal sealed record Definition
{
    [JsonPropertyName("metadata")]
    public required ObjectMeta Metadata { get; init; }
}
