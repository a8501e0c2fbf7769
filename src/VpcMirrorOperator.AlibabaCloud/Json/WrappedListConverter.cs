using System.Text.Json;
using System.Text.Json.Serialization;

namespace VpcMirrorOperator.AlibabaCloud.Json;

/// <summary>
/// Reads a list that stands in an object of its own, as ECS and the tag calls have it: <c>Tags: {Tag: […]}</c>. Anything else is read as
/// absent, and so are two lists, which contradict each other.
/// </summary>
/// <param name="name">The list's name in the object.</param>
internal abstract class WrappedListConverter<T>(string name) : JsonConverter<ReplyList<T>> where T : class
{
    private static readonly ReplyListConverter<T> List = new();

    public override ReplyList<T>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        ReplyList<T>? list = null;
        var lists = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var isList = reader.ValueTextEquals(name);
            reader.Read();
            if (!isList)
            {
                reader.Skip();
                continue;
            }

            lists++;
            list = List.Read(ref reader, typeToConvert, options);
        }

        return lists == 1 ? list : null;
    }

    public override void Write(Utf8JsonWriter writer, ReplyList<T> value, JsonSerializerOptions options) =>
        throw new NotSupportedException("answers are only read");
}
