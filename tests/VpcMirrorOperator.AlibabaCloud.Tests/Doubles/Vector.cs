using System.Text.Json;

namespace VpcMirrorOperator.AlibabaCloud.Tests.Doubles;

/// <summary>A recorded exchange of the official SDK (or a published example of the same shape).</summary>
internal sealed class Vector(JsonElement root)
{
    public static Vector Load(string name)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Vectors", $"{name}.json");
        return new(JsonDocument.Parse(File.ReadAllBytes(file)).RootElement);
    }

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
