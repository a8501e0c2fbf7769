using System.Text.Json;

namespace VpcMirrorOperator.AlibabaCloud.Errors;

/// <summary>Reads an error body: JSON with upper- or lower-case keys, or XML. Anything else gives null, never an exception.</summary>
internal static class ErrorBodyParser
{
    /// <summary>The error in <paramref name="body"/>, or null when the body holds no error code.</summary>
    public static ErrorBody? Parse(ReadOnlyMemory<byte> body)
    {
        var fields = FirstByte(body) switch
        {
            (byte)'{' => FromJson(body),
            (byte)'<' => XmlFields.Read(body.Span[body.Span.IndexOf((byte)'<')..]),
            _ => null,
        };
        return fields?.GetValueOrDefault("code") is { Length: > 0 } code
            ? new(code, fields.GetValueOrDefault("message"), fields.GetValueOrDefault("requestid"))
            : null;
    }

    private static byte FirstByte(ReadOnlyMemory<byte> body)
    {
        var trimmed = body.Span.TrimStart("\uFEFF \t\r\n"u8); // byte order mark and blanks
        return trimmed.IsEmpty ? (byte)0 : trimmed[0];
    }

    private static Dictionary<string, string>? FromJson(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body[body.Span.IndexOf((byte)'{')..]);
            Dictionary<string, string> fields = new(StringComparer.OrdinalIgnoreCase);
            foreach (var property in document.RootElement.EnumerateObject())
                if (property.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number)
                    fields.TryAdd(property.Name, property.Value.ToString());
            return fields;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null; // cut or garbled: the caller reports an unreadable reply; bad UTF-8 text is an InvalidOperationException
        }
    }
}
