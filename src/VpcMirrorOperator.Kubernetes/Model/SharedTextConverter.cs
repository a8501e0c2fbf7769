using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace VpcMirrorOperator.Kubernetes.Model;

/// <summary>
/// Reads texts so that equal ones are mostly one instance: ten thousand objects have the same reasons, messages, regions and targets, and
/// each copy would stay in memory as long as its object.
/// </summary>
/// <remarks>
/// Remembers a few texts, each in the place that its hash gives it; one that comes later takes the place over. So it never grows, and which
/// instance comes back can change nothing but memory. Thread-safe: a place is one reference.
/// </remarks>
public sealed class SharedTextConverter : JsonConverter<string>
{
    private const int Places = 512;

    /// <summary>Longest text that is shared, in bytes of UTF-8: longer ones are hardly ever the same.</summary>
    private const int MaxBytes = 256;

    private readonly string?[] _texts = new string?[Places];

    /// <inheritdoc/>
    /// <exception cref="JsonException">It is no text.</exception>
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String) throw new JsonException("Expected a text.");
        if (reader.HasValueSequence || reader.ValueIsEscaped || reader.ValueSpan.Length > MaxBytes) return reader.GetString();
        ref var place = ref _texts[PlaceOf(reader.ValueSpan)];
        if (place is { } known && Ascii.Equals(reader.ValueSpan, known)) return known;
        return place = reader.GetString();
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    /// <inheritdoc/>
    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString()!;

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value);

    /// <summary>FNV-1a: nobody gains by texts that collide.</summary>
    private static int PlaceOf(ReadOnlySpan<byte> text)
    {
        var hash = 2166136261u;
        foreach (var one in text) hash = (hash ^ one) * 16777619u;
        return (int)((hash ^ (hash >> 16)) % Places);
    }
}
