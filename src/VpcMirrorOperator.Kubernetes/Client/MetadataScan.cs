using System.Text.Json;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Client;

/// <summary>
/// Finds out which object it is from as much of its JSON as there is. An API server writes the metadata before spec and status.
/// </summary>
internal static class MetadataScan
{
    /// <summary>Name, namespace and version, as far as they are found; empty texts otherwise.</summary>
    public static ObjectMeta Read(ReadOnlySpan<byte> beginning)
    {
        var found = new ObjectMeta();
        try
        {
            var reader = new Utf8JsonReader(beginning, isFinalBlock: false, new JsonReaderState(Json.Deep));
            if (ToMetadata(ref reader)) ReadNames(ref reader, ref found);
        }
        catch (Exception e) when (Json.IsUnreadable(e))
        {
            // What was found until here is the best that can be said.
        }

        return found;
    }

    private static bool ToMetadata(ref Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isMetadata = reader.ValueTextEquals("metadata"u8);
            if (!reader.Read()) return false;
            if (isMetadata) return reader.TokenType == JsonTokenType.StartObject;
            if (!reader.TrySkip()) return false;
        }

        return false;
    }

    private static void ReadNames(ref Utf8JsonReader reader, ref ObjectMeta found)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (isName, isNamespace, isVersion) = (
                reader.ValueTextEquals("name"u8), reader.ValueTextEquals("namespace"u8), reader.ValueTextEquals("resourceVersion"u8));
            if (!reader.Read()) return;
            if (isName) found = found with { Name = Text(ref reader) };
            else if (isNamespace) found = found with { Namespace = Text(ref reader) };
            else if (isVersion) found = found with { ResourceVersion = Text(ref reader) };
            else if (!reader.TrySkip()) return;
        }
    }

    private static string Text(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.String ? BoundedText.Read(ref reader) : "";
}
