using System.Text.Json;
using System.Text.Json.Serialization;
using VpcMirrorOperator.Foreign;

namespace VpcMirrorOperator.Kubernetes.Model;

/// <summary>Reads texts so that equal ones are mostly one instance.</summary>
public sealed class SharedTextConverter : JsonConverter<string>
{
    private readonly SharedTexts _texts = new();

    /// <inheritdoc/>
    /// <exception cref="JsonException">It is no text.</exception>
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String) throw new JsonException("Expected a text.");
        if (reader.HasValueSequence || reader.ValueIsEscaped) return reader.GetString();
        return _texts.Find(reader.ValueSpan) ?? _texts.Keep(reader.ValueSpan, reader.GetString()!);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    /// <inheritdoc/>
    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString()!;

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value);
}
