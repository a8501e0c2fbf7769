using System.Text.Json.Serialization;

namespace VpcMirrorOperator.Kubernetes.Model;

/// <summary>What must be true of an object for it to be deleted; null means no such condition.</summary>
/// <param name="Uid">This life of the object and no other of the same name.</param>
/// <param name="ResourceVersion">Unchanged since it was read.</param>
public sealed record Preconditions(
    [property: JsonPropertyName("uid")] string? Uid, [property: JsonPropertyName("resourceVersion")] string? ResourceVersion = null);
