using System.Text.Json.Serialization;

namespace VpcMirrorOperator.Kubernetes.Model;

/// <summary>Kubernetes' <c>ObjectReference</c>: the object that an event is about. Compares by value.</summary>
public sealed record ObjectReference
{
    /// <summary>Group and version, for example <c>apps/v1</c>.</summary>
    [JsonPropertyName("apiVersion")]
    public required string ApiVersion { get; init; }

    /// <summary>Kind, for example <c>Deployment</c>.</summary>
    [JsonPropertyName("kind")]
    public required string Kind { get; init; }

    /// <summary>Namespace; empty for a cluster-scoped object.</summary>
    [JsonPropertyName("namespace")]
    public string Namespace { get => field ?? ""; init; }

    /// <summary>Name.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>This life of the object; <c>kubectl describe</c> finds events by it.</summary>
    [JsonPropertyName("uid")]
    public string Uid { get => field ?? ""; init; }
}
