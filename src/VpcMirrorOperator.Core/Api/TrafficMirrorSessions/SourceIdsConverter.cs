using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace VpcMirrorOperator.Api.TrafficMirrorSessions;

/// <summary>Reads the sources of a spec into a <see cref="SourceIdSet"/>, which no string of an id is made for.</summary>
public sealed class SourceIdsConverter : JsonConverter<IReadOnlyList<string>>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">It is no list of ids; the schema of the resource lets nothing else in.</exception>
    public override IReadOnlyList<string>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException("Expected a list of ids.");
        var ids = new SourceIdSetBuilder();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            if (reader.TokenType != JsonTokenType.String) throw new JsonException("Expected an id.");
            else if (!reader.ValueIsEscaped && reader.ValueSpan.Length <= SourceIdSet.MaxIdLength && Ascii.IsValid(reader.ValueSpan))
                ids.Add(reader.ValueSpan);
            else Add(ids, reader.GetString()!);
        return ids.Build();
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IReadOnlyList<string> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var id in value) writer.WriteStringValue(id);
        writer.WriteEndArray();
    }

    private static void Add(SourceIdSetBuilder ids, string id)
    {
        try
        {
            ids.Add(id);
        }
        catch (ArgumentException e)
        {
            throw new JsonException(e.Message, e);
        }
    }
}
