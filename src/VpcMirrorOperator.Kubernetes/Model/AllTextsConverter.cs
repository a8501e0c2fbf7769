using System.Collections.ObjectModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace VpcMirrorOperator.Kubernetes.Model;

/// <summary>
/// Reads all labels of an object. Thousands of objects have the same: equal texts are one instance, as long as there are not too many
/// different ones. Writes all. Thread-safe.
/// </summary>
public sealed class AllTextsConverter : JsonConverter<IReadOnlyDictionary<string, string>>
{
    /// <summary>More different texts are not worth keeping: those of pods' hashes come and go.</summary>
    private const int MostShared = 20_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, string> _shared = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    /// <exception cref="JsonException">Not texts by name.</exception>
    public override IReadOnlyDictionary<string, string>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("Expected texts by name.");
        Dictionary<string, string>? texts = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = Shared(reader.GetString()!);
            reader.Read();
            if (reader.TokenType == JsonTokenType.String) (texts ??= new(StringComparer.Ordinal))[key] = Shared(
                BoundedText.Read(ref reader));
            else if (reader.TokenType != JsonTokenType.Null) throw new JsonException("Expected a text.");
        }

        return texts ?? (IReadOnlyDictionary<string, string>)ReadOnlyDictionary<string, string>.Empty;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, string> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (key, text) in value) writer.WriteString(key, text);
        writer.WriteEndObject();
    }

    private string Shared(string text)
    {
        lock (_lock)
        {
            if (_shared.TryGetValue(text, out var known)) return known;
            if (_shared.Count >= MostShared) _shared.Clear();
            return _shared[text] = text;
        }
    }
}
