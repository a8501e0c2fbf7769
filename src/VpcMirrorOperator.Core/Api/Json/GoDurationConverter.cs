using System.Text.Json;
using System.Text.Json.Serialization;

namespace VpcMirrorOperator.Api.Json;

/// <summary>A <see cref="TimeSpan"/> as a <see cref="GoDuration"/> text.</summary>
internal sealed class GoDurationConverter : JsonConverter<TimeSpan>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">The value is not a duration.</exception>
    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && GoDuration.TryParse(reader.GetString(), out var duration)
            ? duration
            : throw new JsonException("Expected a duration such as \"5m\" or \"1h30m\".");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) =>
        writer.WriteStringValue(GoDuration.Format(value));
}
