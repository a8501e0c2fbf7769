using System.Text.Json;
using System.Text.Json.Serialization;

namespace VpcMirrorOperator.Kubernetes.Model;

/// <summary>
/// Finalizers, which are kept whole because they are written as a whole. The API server limits only their names; an object with more
/// than anybody needs is refused, so that it cannot fill the memory.
/// </summary>
public sealed class FinalizersConverter : JsonConverter<IReadOnlyList<string>>
{
    /// <summary>Most finalizers of one object.</summary>
    public const int MaxCount = 64;

    /// <summary>Most bytes of one: a domain of 253, a slash, a name of 63.</summary>
    public const int MaxBytes = 317;

    /// <inheritdoc/>
    /// <exception cref="JsonException">Not a list of texts, or beyond the bounds.</exception>
    public override IReadOnlyList<string>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException("Expected a list of texts.");
        var texts = (JsonConverter<string>)options.GetTypeInfo(typeof(string)).Converter;
        List<string> names = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.String) throw new JsonException("Expected a text.");
            if (names.Count == MaxCount || reader.ValueSpan.Length > MaxBytes) throw new JsonException("Too many finalizers.");
            names.Add(texts.Read(ref reader, typeof(string), options)!);
        }

        return [.. names];
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IReadOnlyList<string> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var name in value) writer.WriteStringValue(name);
        writer.WriteEndArray();
    }
}
