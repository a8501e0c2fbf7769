using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace VpcMirrorOperator.AlibabaCloud.Json;

/// <summary>Reads a whole number, also one that is written as text. Anything else, and what exceeds 32 bits, is read as absent.</summary>
internal sealed class LenientIntConverter : JsonConverter<int?>
{
    public override int? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                return reader.TryGetInt32(out var number) ? number : null;
            case JsonTokenType.String:
                var text = LenientTextConverter.Text(ref reader);
                return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var parsed) ? parsed : null;
            default:
                reader.Skip();
                return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, int? value, JsonSerializerOptions options) =>
        throw new NotSupportedException("answers are only read");
}
