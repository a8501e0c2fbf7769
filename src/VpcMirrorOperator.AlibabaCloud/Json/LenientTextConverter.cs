using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace VpcMirrorOperator.AlibabaCloud.Json;

/// <summary>
/// Reads a text. A number or truth value is read as it is written, since the API documents some numbers as text and others not; anything
/// else is read as absent, so that a field that nobody uses cannot make a whole answer unreadable.
/// </summary>
internal sealed class LenientTextConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadText(ref reader);

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        throw new NotSupportedException("answers are only read");

    /// <summary>The text at the reader's position; null for anything that is none.</summary>
    internal static string? ReadText(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return Text(ref reader);
            case JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False:
                return Encoding.ASCII.GetString(reader.ValueSpan);
            default:
                reader.Skip();
                return null;
        }
    }

    /// <summary>The text; null when its bytes are no UTF-8, or its escapes no characters.</summary>
    internal static string? Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
