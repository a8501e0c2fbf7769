using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Client;

/// <summary>Reads one object; one that does not fit is reported instead of thrown, so that it cannot stop a list or a watch.</summary>
internal static class ObjectDecoder
{
    /// <summary>Reads the object at which the reader stands, and leaves the reader at its end in any case.</summary>
    public static T? TryRead<T>(ref Utf8JsonReader reader, JsonTypeInfo<T> type, out UndecodableObject? undecodable)
        where T : class
    {
        undecodable = null;
        var before = reader;
        string error;
        try
        {
            if (JsonSerializer.Deserialize(ref reader, type) is { } value) return value;
            error = "$: null";
        }
        catch (Exception e) when (Json.IsUnreadable(e))
        {
            error = (e as JsonException)?.Path ?? "$";
        }

        reader = before;
        undecodable = new UndecodableObject(MetaOf(ref reader), error);
        return null;
    }

    /// <summary>Reads only the metadata of the object at which the reader stands; empty when even that does not fit.</summary>
    public static ObjectMeta MetaOf(ref Utf8JsonReader reader)
    {
        var before = reader;
        try
        {
            return JsonSerializer.Deserialize(ref reader, KubeJson.Default.PartialObject)?.Metadata ?? new ObjectMeta();
        }
        catch (Exception e) when (Json.IsUnreadable(e))
        {
            reader = before;
            reader.Skip();
            return new ObjectMeta();
        }
    }
}
