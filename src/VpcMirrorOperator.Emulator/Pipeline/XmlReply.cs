using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

namespace VpcMirrorOperator.Emulator.Pipeline;

/// <summary>
/// The XML form of a JSON reply, as the API's documentation shows it: one element per field in the same order, one element
/// per item of a list (so an empty list leaves no trace), and the root named after the operation.
/// </summary>
internal static class XmlReply
{
    internal static byte[] Write(string root, ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var element = new XElement(root, Fields(document.RootElement));
        return Encoding.UTF8.GetBytes("<?xml version='1.0' encoding='UTF-8'?>" + element.ToString(SaveOptions.DisableFormatting));
    }

    private static IEnumerable<XElement> Fields(JsonElement value) =>
        value.EnumerateObject().SelectMany(field => Elements(field.Name, field.Value));

    private static IEnumerable<XElement> Elements(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().SelectMany(item => Elements(name, item)),
        JsonValueKind.Object => [new(name, Fields(value))],
        JsonValueKind.String => [new(name, Printable(value.GetString()!))],
        _ => [new(name, value.GetRawText())],
    };

    /// <summary>XML has no way to write most control characters; JSON has.</summary>
    private static string Printable(string text) =>
        string.Concat(text.Select(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c) ? c : '\uFFFD'));
}
