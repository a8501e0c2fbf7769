using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace VpcMirrorOperator.TestSupport.Crd;

/// <summary>What an API server would refuse of a value: lengths, patterns, words, numbers of items.</summary>
internal static class SchemaCheck
{
    /// <summary>The faults, by path; empty when the value is stored as it is.</summary>
    public static IEnumerable<string> Faults(string path, JsonObject schema, JsonNode? value) => value switch
    {
        JsonObject map => map.SelectMany(field => schema["properties"]?[field.Key] is JsonObject known
            ? Faults($"{path}.{field.Key}", known, field.Value)
            : [$"{path}.{field.Key}: no such field"]),
        JsonArray list => OfList(path, schema, list),
        JsonValue scalar => OfScalar(path, schema, scalar.ToString()),
        _ => [],
    };

    private static IEnumerable<string> OfList(string path, JsonObject schema, JsonArray list)
    {
        var faults = list.SelectMany((item, index) => Faults($"{path}[{index}]", schema["items"]!.AsObject(), item));
        return list.Count > (int?)schema["maxItems"] ? faults.Append($"{path}: {list.Count} items") : faults;
    }

    private static IEnumerable<string> OfScalar(string path, JsonObject schema, string text)
    {
        if (schema.Text("type") != "string") yield break;
        if (text.EnumerateRunes().Count() > (int?)schema["maxLength"]) yield return $"{path}: {text.Length} characters: {text}";
        if (text.Length < (int?)schema["minLength"]) yield return $"{path}: too short";
        if (schema["pattern"] is { } pattern && !Regex.IsMatch(text, pattern.ToString())) yield return $"{path}: odd text {text}";
        if (schema["enum"] is JsonArray words && !words.Any(word => word!.ToString() == text)) yield return $"{path}: odd word {text}";
    }
}
