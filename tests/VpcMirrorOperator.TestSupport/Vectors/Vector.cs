using System.Text.Json;

namespace VpcMirrorOperator.TestSupport.Vectors;

/// <summary>A recorded exchange of the official SDK (or a published example of the same shape).</summary>
public sealed class Vector(JsonElement root)
{
    public static Vector Load(string name) => new(JsonDocument.Parse(File.ReadAllBytes(PathOf(name))).RootElement);

    /// <summary>The names of all recorded requests that are signed.</summary>
    public static IEnumerable<string> AllRequests => Directory.EnumerateFiles(Folder, "*.json")
        .Select(file => Path.GetFileNameWithoutExtension(file))
        .Where(name => Load(name).Root.TryGetProperty("requests", out var requests)
            && requests[0] is { ValueKind: JsonValueKind.Object } request && request.TryGetProperty("canonicalRequest", out _))
        .Order(StringComparer.Ordinal);

    private static string Folder => Repository.PathOf("tests", "VpcMirrorOperator.TestSupport", "Vectors");

    /// <summary>The file of a vector.</summary>
    public static string PathOf(string name) => Path.Join(Folder, name + ".json");

    public JsonElement Root => root;

    public string AccessKeyId => root.GetProperty("credential").GetProperty("accessKeyId").GetString()!;

    public string AccessKeySecret => root.GetProperty("credential").GetProperty("accessKeySecret").GetString()!;

    public string? SecurityToken => root.GetProperty("credential").TryGetProperty("securityToken", out var t) ? t.GetString() : null;

    public JsonElement Request => root.GetProperty("requests")[0];

    public IReadOnlyList<KeyValuePair<string, string>> Parameters => Pairs("params");

    public IReadOnlyList<KeyValuePair<string, string>> Headers => Pairs("headers");

    public string Header(string name) => Headers.Single(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    public string Text(string name) => Request.GetProperty(name).GetString()!;

    public int ReplyStatus => root.GetProperty("replied").GetProperty("status").GetInt32();

    public string ReplyBody => root.GetProperty("replied").GetProperty("body").GetRawText();

    public (string, string)[] ReplyHeaders =>
        [.. root.GetProperty("replied").GetProperty("headers").EnumerateObject().Select(h => (h.Name, h.Value.GetString()!))];

    private KeyValuePair<string, string>[] Pairs(string name) =>
        [.. Request.GetProperty(name).EnumerateArray().Select(p => KeyValuePair.Create(p[0].GetString()!, p[1].GetString()!))];
}
