using System.Text.Json;
using System.Text.Json.Serialization;

namespace VpcMirrorOperator.Kubernetes.Model;

/// <summary>
/// Owners, of which the API server limits neither the number nor the names; an object with more than anybody needs is refused, so that it
/// cannot fill the memory.
/// </summary>
public sealed class OwnersConverter : JsonConverter<IReadOnlyList<OwnerReference>>
{
    /// <summary>Most owners of one object.</summary>
    public const int MaxCount = 16;

    /// <summary>Most bytes of the JSON of one: four names of 253 and their fields.</summary>
    public const int MaxBytes = 1200;

    /// <inheritdoc/>
    /// <exception cref="JsonException">Not a list of owners, or beyond the bounds.</exception>
    public override IReadOnlyList<OwnerReference>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException("Expected a list of owners.");
        List<OwnerReference> owners = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var end = reader;
            end.Skip();
            if (owners.Count == MaxCount || end.BytesConsumed - reader.TokenStartIndex > MaxBytes)
                throw new JsonException("Too many owners.");
            owners.Add(JsonSerializer.Deserialize(ref reader, KubeJson.Default.OwnerReference) ?? throw new JsonException("Null."));
        }

        return [.. owners];
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IReadOnlyList<OwnerReference> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var owner in value) JsonSerializer.Serialize(writer, owner, KubeJson.Default.OwnerReference);
        writer.WriteEndArray();
    }
}
