using System.Text.Json;
using System.Text.Json.Serialization;
using VpcMirrorOperator.Foreign;

namespace VpcMirrorOperator.AlibabaCloud.Json;

/// <summary>
/// Reads a text that is compared, such as a tag: two that differ must never look alike. One that is fit to be shown stays as it is, even if
/// it looks like a key; any other is cleaned as <see cref="CleanTextConverter"/> does.
/// </summary>
internal sealed class ExactTextConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        LenientTextConverter.ReadText(ref reader) is not { } text ? null
        : ForeignText.IsOneLine(text, ForeignText.WordLength) ? text
        : ForeignText.Clean(text, ForeignText.WordLength);

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        throw new NotSupportedException("answers are only read");
}
