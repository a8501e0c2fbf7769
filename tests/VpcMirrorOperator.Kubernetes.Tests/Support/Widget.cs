using System.Text.Json.Serialization;
using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Tests.Support;

/// <summary>A kind for tests, shaped like a ConfigMap so that real servers take it.</summary>
internal sealed record Widget
{
    public static ResourcePath Path { get; } = new("", "v1", "configmaps");

    [JsonPropertyName("apiVersion")]
    public string ApiVersion { get; init; } = "v1";

    [JsonPropertyName("kind")]
    public string Kind { get; init; } = "ConfigMap";

    [JsonPropertyName("metadata")]
    public ObjectMeta Metadata { get => field ?? new(); init; }

    [JsonPropertyName("data")]
    public Dictionary<string, string> Data { get => field ?? []; init; }

    public static Widget Named(string name, string colour = "red", string version = "") => new()
    {
        Metadata = new ObjectMeta { Name = name, Namespace = "ns", ResourceVersion = version, Uid = "" },
        Data = new() { ["colour"] = colour },
    };
}
