using System.Text.Json;
using System.Text.Json.Serialization;

namespace VpcMirrorOperator.Api.TrafficMirrorSessions;

/// <summary>A digest as its text. Another text, which nobody but a person writes, is none: the status stays readable.</summary>
internal sealed class SourceFingerprintConverter : JsonConverter<SourceFingerprint?>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">Not a text.</exception>
    public override SourceFingerprint? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? SourceFingerprint.Parse(reader.GetString())
            : throw new JsonException("Expected a text.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, SourceFingerprint? value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
