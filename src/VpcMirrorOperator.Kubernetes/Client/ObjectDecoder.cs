using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Client;

/// <summary>Reads one object; one that does not fit is reported instead of thrown, so that it cannot stop a list or a watch.</summary>
internal static class ObjectDecoder
{
    private static readonly string TooLargeError =
        string.Create(CultureInfo.InvariantCulture, $"it has more than {AnswerLimits.Object} bytes");

    /// <summary>Reads an object from its own JSON.</summary>
    /// <exception cref="JsonException">That is not JSON.</exception>
    public static T? TryRead<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> type, out UndecodableObject? undecodable)
        where T : class
    {
        undecodable = null;
        string path;
        try
        {
            if (Read(json, type) is { } value) return value;
            path = "$: null";
        }
        catch (Exception e) when (Json.IsUnreadable(e))
        {
            path = (e as JsonException)?.Path ?? "$";
        }

        undecodable = new UndecodableObject(MetaOf(json), $"unexpected JSON at {path}");
        return null;
    }

    /// <summary>Reads an object from its own JSON; null for the word <c>null</c>.</summary>
    /// <exception cref="JsonException">It does not fit its type.</exception>
    public static T? Read<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> type) =>
        ManagedFields.Without(json, static (rest, type) => JsonSerializer.Deserialize(rest, type), type);

    /// <summary>Reads only the metadata of an object; empty when even that does not fit.</summary>
    /// <param name="json">The object.</param>
    /// <param name="type">How to read it, where labels or annotations matter; by default none is kept.</param>
    /// <exception cref="JsonException">That is not JSON.</exception>
    public static ObjectMeta MetaOf(ReadOnlySpan<byte> json, JsonTypeInfo<PartialObject>? type = null)
    {
        try
        {
            return JsonSerializer.Deserialize(json, type ?? KubeJson.Default.PartialObject)?.Metadata ?? new ObjectMeta();
        }
        catch (Exception e) when (Json.IsUnreadable(e))
        {
            Check(json);
            return MetadataScan.Read(json);
        }
    }

    /// <summary>An object of which only the beginning is there, because it is larger than what is held.</summary>
    public static UndecodableObject TooLarge(ReadOnlySpan<byte> beginning) => new(MetadataScan.Read(beginning), TooLargeError);

    /// <exception cref="JsonException">That is not one JSON value.</exception>
    public static void Check(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, Json.Deep);
        while (reader.Read())
        {
        }
    }
}
