using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Client;

/// <summary>Reads one line of a watch, <c>{"type":…,"object":…}</c>, straight from its UTF-8 bytes.</summary>
internal static class WatchLine
{
    /// <exception cref="KubeApiException">An ERROR event, or a line that is no event at all.</exception>
    public static WatchEvent<T> Decode<T>(KubeRequest request, ReadOnlySpan<byte> line, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return Decode(request, new Utf8JsonReader(line), type);
        }
        catch (Exception error) when (Json.IsUnreadable(error))
        {
            throw RequestErrors.Unreadable(request, error);
        }
    }

    private static WatchEvent<T> Decode<T>(KubeRequest request, Utf8JsonReader reader, JsonTypeInfo<T> type)
        where T : class
    {
        var name = "";
        var body = default(Utf8JsonReader);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (isType, isObject) = (reader.ValueTextEquals("type"u8), reader.ValueTextEquals("object"u8));
            reader.Read();
            if (isType) name = reader.GetString() ?? "";
            if (isObject) body = reader;
            // The API server writes the type first and the object last: nothing is left to read then.
            if (isObject && name.Length > 0) break;
            reader.Skip();
        }

        if (body.TokenType != JsonTokenType.StartObject) throw new JsonException("A watch event without an object.");
        return name switch
        {
            "ADDED" => Event(WatchEventType.Added, ref body, type),
            "MODIFIED" => Event(WatchEventType.Modified, ref body, type),
            "DELETED" => Event(WatchEventType.Deleted, ref body, type),
            "BOOKMARK" => new WatchEvent<T>(WatchEventType.Bookmark, null, ObjectDecoder.MetaOf(ref body)),
            "ERROR" => throw RequestErrors.From($"{request}: ERROR event", ReadStatus(ref body)),
            _ => throw new JsonException("A watch event of unknown type."),
        };
    }

    private static WatchEvent<T> Event<T>(WatchEventType kind, ref Utf8JsonReader body, JsonTypeInfo<T> type)
        where T : class
    {
        var value = ObjectDecoder.TryRead(ref body, type, out var undecodable);
        return new WatchEvent<T>(kind, value, null, undecodable);
    }

    private static ApiStatus ReadStatus(ref Utf8JsonReader body) =>
        JsonSerializer.Deserialize(ref body, KubeJson.Default.ApiStatus) ?? new ApiStatus();
}
