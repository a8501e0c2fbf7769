using System.Text.Json;
using System.Text.Json.Serialization;
using VpcMirrorOperator.Foreign;

namespace VpcMirrorOperator.AlibabaCloud.Json;

/// <summary>
/// Reads a word of an answer (an id, a state, a number) as <see cref="LenientTextConverter"/> does, and cleans it: at most 256 characters,
/// all of them visible. What must come back as it was, such as the token of a page, is not read with this.
/// </summary>
internal sealed class CleanTextConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        LenientTextConverter.ReadText(ref reader) is { } text ? ForeignText.Clean(text, ForeignText.WordLength) : null;

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        throw new NotSupportedException("answers are only read");
}
