using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace VpcMirrorOperator.AlibabaCloud.Json;

/// <summary>Reads a <see cref="ReplyList{T}"/> of texts or objects. Anything but an array is read as absent.</summary>
internal sealed class ReplyListConverter<T> : JsonConverter<ReplyList<T>> where T : class
{
    // A number among the ids is no id, so nothing is converted here.
    private static readonly JsonTokenType Element = typeof(T) == typeof(string) ? JsonTokenType.String : JsonTokenType.StartObject;

    public override ReplyList<T>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return null;
        }
        if (typeof(T) == typeof(string) && PackedIdsReader.Read(ref reader) is { } ids) return new((IReadOnlyList<T>)(object)ids);
        var type = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
        // As many sources as a session may have (the cloud's quota); most lists are of them.
        var items = new List<T>(10);
        var unreadable = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            if (reader.TokenType == Element && JsonSerializer.Deserialize(ref reader, type) is { } item) items.Add(item);
            else
            {
                reader.Skip();
                unreadable++;
            }
        return new(items, unreadable);
    }

    public override void Write(Utf8JsonWriter writer, ReplyList<T> value, JsonSerializerOptions options) =>
        throw new NotSupportedException("answers are only read");
}
