using System.Text.Json;
using System.Text.Json.Nodes;
using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.IntegrationTests.Charts;

/// <summary>One object of a manifest.</summary>
/// <param name="Id">Kind, namespace and name.</param>
/// <param name="Content">All of it; scalars as text.</param>
internal sealed record KubeObject(string Id, JsonObject Content)
{
    public static IReadOnlyList<KubeObject> ReadAll(string manifest) =>
        [.. YamlDocuments.Read(manifest).Select(document => Read((JsonObject)document)).OrderBy(o => o.Id, StringComparer.Ordinal)];

    /// <summary>The object without the labels and annotations that only say who installed it.</summary>
    public string Meaning() => Strip(Content)!.ToJsonString(new JsonSerializerOptions { WriteIndented = true });

    private static KubeObject Read(JsonObject content)
    {
        var metadata = content["metadata"]!;
        return new KubeObject($"{content["kind"]} {metadata["namespace"]}/{metadata["name"]}", content);
    }

    private static JsonNode? Strip(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(
            map.Select(pair => KeyValuePair.Create(pair.Key, Strip(pair.Value)))
                .Where(pair => !IsBookkeeping(pair.Key) && pair.Value is not JsonObject { Count: 0 })
                .OrderBy(pair => pair.Key, StringComparer.Ordinal)),
        JsonArray list => new JsonArray([.. list.Select(Strip)]),
        _ => node?.DeepClone(),
    };

    private static bool IsBookkeeping(string key) =>
        key.StartsWith("app.kubernetes.io/", StringComparison.Ordinal) || key.StartsWith("helm.sh/", StringComparison.Ordinal);
}
