using System.Text.Json.Serialization;

namespace VpcMirrorOperator.Kubernetes.Model;

/// <summary>Metadata of a patch that must only apply to this version of the object.</summary>
internal sealed record VersionOnly([property: JsonPropertyName("resourceVersion")] string ResourceVersion);
