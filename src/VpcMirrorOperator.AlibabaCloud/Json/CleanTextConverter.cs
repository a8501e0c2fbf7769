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
    private readonly SharedTexts _texts = new();

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var isPlain = reader.TokenType == JsonTokenType.String && !reader.HasValueSequence && !reader.ValueIsEscaped;
        if (isPlain && _texts.Find(reader.ValueSpan) is { } known) return known;
        if (LenientTextConverter.ReadText(ref reader) is not { } text) return null;
        var clean = ForeignText.Clean(text, ForeignText.WordLength);
        return isPlain && ReferenceEquals(clean, text) ? _texts.Keep(reader.ValueSpan, clean) : clean;
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        throw new NotSupportedException("answers are only read");
}
