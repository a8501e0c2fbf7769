using System.Text.Json;
using System.Text.Json.Serialization;

namespace VpcMirrorOperator.Kubernetes.Model;

/// <summary>
/// Conditions, read into a list of just their number: it is kept for as long as its object, and the usual one has one condition.
/// </summary>
public sealed class ConditionsConverter : JsonConverter<IReadOnlyList<Condition>>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">Not a list of conditions.</exception>
    public override IReadOnlyList<Condition>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException("Expected a list of conditions.");
        var converter = (JsonConverter<Condition>)options.GetTypeInfo(typeof(Condition)).Converter;
        List<Condition> conditions = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("Expected a condition.");
            conditions.Add(converter.Read(ref reader, typeof(Condition), options)!);
        }

        return conditions.ToArray();
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IReadOnlyList<Condition> value, JsonSerializerOptions options)
    {
        var converter = (JsonConverter<Condition>)options.GetTypeInfo(typeof(Condition)).Converter;
        writer.WriteStartArray();
        foreach (var condition in value) converter.Write(writer, condition, options);
        writer.WriteEndArray();
    }
}
