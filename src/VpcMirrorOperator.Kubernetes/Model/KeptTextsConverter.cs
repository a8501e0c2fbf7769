using System.Collections.ObjectModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace VpcMirrorOperator.Kubernetes.Model;

/// <summary>Reads only some keys of labels or annotations, each bounded; the others are passed over without a string. Writes all.</summary>
/// <param name="keys">The keys to read.</param>
/// <param name="whole">Those of them whose texts are read whole: lists, of which a digest would say nothing.</param>
public sealed class KeptTextsConverter(IReadOnlyList<string> keys, IReadOnlyList<string> whole)
    : JsonConverter<IReadOnlyDictionary<string, string>>
{
    /// <summary>What a type that names no keys gets: none.</summary>
    public KeptTextsConverter()
        : this([], [])
    {
    }

    /// <inheritdoc/>
    /// <exception cref="JsonException">A kept value is no text.</exception>
    public override IReadOnlyDictionary<string, string>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("Expected texts by name.");
        IReadOnlyDictionary<string, string> kept = ReadOnlyDictionary<string, string>.Empty;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = KeyOf(ref reader);
            reader.Read();
            if (key is null) reader.Skip();
            else if (reader.TokenType == JsonTokenType.String) kept = With(kept, key, Text(ref reader, key));
            else if (reader.TokenType != JsonTokenType.Null) throw new JsonException("Expected a text.");
        }

        return kept;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, string> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (key, text) in value) writer.WriteString(key, text);
        writer.WriteEndObject();
    }

    private string Text(ref Utf8JsonReader reader, string key) =>
        whole.Contains(key) ? reader.GetString()! : BoundedText.Read(ref reader);

    private static IReadOnlyDictionary<string, string> With(IReadOnlyDictionary<string, string> kept, string key, string text)
    {
        if (kept.Count == 0) return new OneText(key, text);
        var several = kept as Dictionary<string, string> ?? new Dictionary<string, string>(kept, StringComparer.Ordinal);
        several[key] = text;
        return several;
    }

    /// <summary>The instance of the list, so that no object brings its own.</summary>
    private string? KeyOf(ref Utf8JsonReader reader)
    {
        foreach (var key in keys)
            if (reader.ValueTextEquals(key)) return key;
        return null;
    }
}
