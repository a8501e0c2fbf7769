using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Client;

/// <summary>Reads one line of a watch, <c>{"type":…,"object":…}</c>, straight from its UTF-8 bytes.</summary>
internal static class WatchLine
{
    private static readonly string[] Names = ["ADDED", "MODIFIED", "DELETED", "BOOKMARK"];

    private static readonly JsonTypeInfo<PartialObject> Bookmark =
        new KeptMetadata { Annotations = [WatchOptions.InitialEventsEnd] }.Of(KubeJson.Default.PartialObject);

    /// <exception cref="KubeApiException">
    /// An ERROR event, or a line that is no event at all. Also an event so large that not even the object's name is known: then only a new
    /// list can tell what happened (<see cref="KubeApiException.IsExpired"/>).
    /// </exception>
    public static WatchEvent<T> Decode<T>(KubeRequest request, Line line, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return line.IsCut ? Cut<T>(request, line.Bytes.Span) : Decode(request, line.Bytes.Span, type);
        }
        catch (Exception error) when (Json.IsUnreadable(error))
        {
            throw RequestErrors.Unreadable(request, error);
        }
    }

    private static WatchEvent<T> Decode<T>(KubeRequest request, ReadOnlySpan<byte> line, JsonTypeInfo<T> type)
        where T : class
    {
        var (name, start) = Envelope(line, isWhole: true);
        var length = start < 0 ? -1 : default(JsonFrame).Scan(line[start..]);
        if (length < 0 || line[start] != '{') throw new JsonException("A watch event without an object.");
        var json = line.Slice(start, length);
        if (name == "BOOKMARK") return new WatchEvent<T>(WatchEventType.Bookmark, null, ObjectDecoder.MetaOf(json, Bookmark));
        if (name == "ERROR") throw RequestErrors.From($"{request}: ERROR event", ReadStatus(json));
        var kind = KindOf(name) ?? throw new JsonException("A watch event of unknown type.");
        var value = ObjectDecoder.TryRead(json, type, out var undecodable);
        return new WatchEvent<T>(kind, value, null, undecodable);
    }

    private static WatchEvent<T> Cut<T>(KubeRequest request, ReadOnlySpan<byte> beginning)
        where T : class
    {
        var (name, start) = Envelope(beginning, isWhole: false);
        var bad = start < 0 ? null : ObjectDecoder.TooLarge(beginning[start..]);
        if (KindOf(name) is not { } kind || bad is not { Meta.Name.Length: > 0 }) throw RequestErrors.EventTooLarge(request);
        return new WatchEvent<T>(kind, null, null, bad);
    }

    /// <summary>The event's type and where its object begins; empty and -1 for what is not there.</summary>
    private static (string Type, int Object) Envelope(ReadOnlySpan<byte> line, bool isWhole)
    {
        var (name, start) = ("", -1);
        var reader = new Utf8JsonReader(line, isWhole, default);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (isType, isObject) = (reader.ValueTextEquals("type"u8), reader.ValueTextEquals("object"u8));
            if (!reader.Read()) break;
            if (isType) name = NameOf(ref reader);
            if (isObject) start = (int)reader.TokenStartIndex;
            // The API server writes the type first and the object last: nothing is left to read then.
            if ((isObject && name.Length > 0) || !reader.TrySkip()) break;
        }

        return (name, start);
    }

    /// <summary>The instance of the list, so that no event brings its own.</summary>
    private static string NameOf(ref Utf8JsonReader reader)
    {
        foreach (var name in Names)
            if (reader.ValueTextEquals(name)) return name;
        return reader.GetString() ?? "";
    }

    private static WatchEventType? KindOf(string type) => type switch
    {
        "ADDED" => WatchEventType.Added,
        "MODIFIED" => WatchEventType.Modified,
        "DELETED" => WatchEventType.Deleted,
        _ => null,
    };

    private static ApiStatus ReadStatus(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, KubeJson.Default.ApiStatus) ?? new ApiStatus();
}
