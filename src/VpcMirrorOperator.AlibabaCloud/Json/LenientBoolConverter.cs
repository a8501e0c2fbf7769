using System.Text.Json;
using System.Text.Json.Serialization;

namespace VpcMirrorOperator.AlibabaCloud.Json;

/// <summary>
/// Reads a truth value, also one that is written as text (<c>true</c> or <c>false</c> in any case). Anything else is read as absent.
/// </summary>
internal sealed class LenientBoolConverter : JsonConverter<bool?>
{
    public override bool? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.True:
                return true;
            case JsonTokenType.False:
                return false;
            case JsonTokenType.String:
                return bool.TryParse(LenientTextConverter.Text(ref reader), out var parsed) ? parsed : null;
            default:
                reader.Skip();
                return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, bool? value, JsonSerializerOptions options) =>
        throw new NotSupportedException("answers are only read");
}
