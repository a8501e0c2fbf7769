using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace VpcMirrorOperator.Kubernetes.Model;

/// <summary>
/// Kubernetes' <c>metav1.MicroTime</c>: RFC 3339 in UTC with six fraction digits. For times whose differences are measured; all others
/// are <c>metav1.Time</c> with whole seconds.
/// </summary>
public sealed class MicroTimeConverter : JsonConverter<DateTimeOffset>
{
    private static readonly TimeConverter Reading = new();

    /// <inheritdoc/>
    /// <exception cref="JsonException">The value is not an RFC 3339 time.</exception>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Reading.Read(ref reader, typeToConvert, options);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture));
}
