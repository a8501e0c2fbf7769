using System.Text.Json;
using System.Text.Json.Serialization;
using VpcMirrorOperator.Api.Shared;

namespace VpcMirrorOperator.Api.Json;

/// <summary>An <see cref="IntOrPercent"/> as a JSON number or as a string such as <c>"20%"</c> (Kubernetes' <c>IntOrString</c>).</summary>
internal sealed class IntOrPercentConverter : JsonConverter<IntOrPercent>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">The value is neither a count of 0 or more nor a percentage of 0–100.</exception>
    public override IntOrPercent Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.Number when reader.TryGetInt32(out var number) && number >= 0 => new IntOrPercent(number, IsPercent: false),
            JsonTokenType.String when IntOrPercent.TryParse(reader.GetString(), out var value) => value,
            _ => throw new JsonException("Expected a count of 0 or more, or a percentage such as \"20%\"."),
        };

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IntOrPercent value, JsonSerializerOptions options)
    {
        if (value.IsPercent) writer.WriteStringValue(value.ToString());
        else writer.WriteNumberValue(value.Value);
    }
}
