using System.Text;

namespace VpcMirrorOperator.AlibabaCloud.Signing;

/// <summary>Percent-encoding of names and values, the same in the query that is sent and in the text that is signed.</summary>
internal static class QueryEncoding
{
    /// <summary>The pairs as <c>name=value</c>, joined by <c>&amp;</c>, in the given order.</summary>
    public static string Join(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in pairs)
            text.Append(text.Length == 0 ? "" : "&").Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
        return text.ToString();
    }
}
