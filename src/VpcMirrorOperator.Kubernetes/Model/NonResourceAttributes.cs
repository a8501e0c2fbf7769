using System.Text.Json.Serialization;

namespace VpcMirrorOperator.Kubernetes.Model;

/// <summary>A request for something that is no Kubernetes object.</summary>
/// <param name="Path">URL path, for example <c>/metrics</c>.</param>
/// <param name="Verb">HTTP method in lower case.</param>
internal sealed record NonResourceAttributes(
    [property: JsonPropertyName("path")] string Path, [property: JsonPropertyName("verb")] string Verb);
