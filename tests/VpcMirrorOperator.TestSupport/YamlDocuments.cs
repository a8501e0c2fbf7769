using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace VpcMirrorOperator.TestSupport;

/// <summary>YAML as JSON. Scalars become text, whatever their type.</summary>
public static class YamlDocuments
{
    /// <param name="text">Any number of documents.</param>
    public static IReadOnlyList<JsonNode> Read(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return [.. stream.Documents.Select(document => Json(document.RootNode)!)];
    }

    private static JsonNode? Json(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(pair => KeyValuePair.Create(pair.Key.ToString(), Json(pair.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Json)]),
        _ => JsonValue.Create(node.ToString()),
    };
}
