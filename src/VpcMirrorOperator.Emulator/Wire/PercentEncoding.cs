using System.Text;

namespace VpcMirrorOperator.Emulator.Wire;

/// <summary>The two directions of percent-encoding: tolerant when reading, strict (RFC 3986 unreserved only) when signing.</summary>
internal static class PercentEncoding
{
    internal static string Encode(string value) => Uri.EscapeDataString(value);

    /// <summary>Decodes <c>name=value&amp;…</c>; a plus sign is a space, as in a form.</summary>
    internal static IEnumerable<KeyValuePair<string, string>> DecodePairs(string text)
    {
        foreach (var pair in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            yield return equals < 0
                ? new(Decode(pair), "")
                : new(Decode(pair[..equals]), Decode(pair[(equals + 1)..]));
        }
    }

    /// <summary>Sorted, strictly encoded pairs. Sorting is by decoded name, so <c>Ids.10</c> stands before <c>Ids.2</c>.</summary>
    internal static string Canonical(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in pairs.OrderBy(p => p.Key, StringComparer.Ordinal))
            text.Append(text.Length == 0 ? "" : "&").Append(Encode(name)).Append('=').Append(Encode(value));
        return text.ToString();
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
