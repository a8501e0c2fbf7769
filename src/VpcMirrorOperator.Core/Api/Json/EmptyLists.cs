using System.Text.Json.Nodes;

namespace VpcMirrorOperator.Api.Json;

/// <summary>A list that is absent in JSON reads as empty: an empty one is not written.</summary>
internal static class EmptyLists
{
    /// <summary>The object without its fields that are empty lists.</summary>
    public static JsonObject Without(JsonObject json)
    {
        var empty = json.Where(field => field.Value is JsonArray { Count: 0 }).Select(field => field.Key).ToList();
        foreach (var name in empty) json.Remove(name);
        return json;
    }
}
