using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Client;

/// <summary>Reads a list answer item by item, without a list type for each kind.</summary>
internal static class ListDecoder
{
    public static ListPage<T> Decode<T>(ReadOnlySpan<byte> body, JsonTypeInfo<T> type)
        where T : class
    {
        var reader = new Utf8JsonReader(body);
        var meta = new ListMeta();
        List<T> items = [];
        List<UndecodableObject> undecodable = [];
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("Expected a list object.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (isMeta, isItems) = (reader.ValueTextEquals("metadata"u8), reader.ValueTextEquals("items"u8));
            reader.Read();
            if (isMeta) meta = JsonSerializer.Deserialize(ref reader, KubeJson.Default.ListMeta) ?? meta;
            else if (isItems && reader.TokenType == JsonTokenType.StartArray) ReadItems(ref reader, type, items, undecodable);
            else reader.Skip();
        }

        return new ListPage<T>(items, meta.ResourceVersion, meta.Continue.Length == 0 ? null : meta.Continue, undecodable);
    }

    private static void ReadItems<T>(
        ref Utf8JsonReader reader, JsonTypeInfo<T> type, List<T> items, List<UndecodableObject> undecodable)
        where T : class
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (ObjectDecoder.TryRead(ref reader, type, out var bad) is { } item) items.Add(item);
            else if (bad is not null) undecodable.Add(bad);
        }
    }
}
