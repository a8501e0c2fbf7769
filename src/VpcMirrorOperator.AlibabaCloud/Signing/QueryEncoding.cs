using System.Globalization;
using System.Runtime.CompilerServices;

namespace VpcMirrorOperator.AlibabaCloud.Signing;

/// <summary>Percent-encoding of names and values, the same in the query that is sent and in the text that is signed.</summary>
internal static class QueryEncoding
{
    /// <summary>The pairs as <c>name=value</c>, joined by <c>&amp;</c>, in the given order.</summary>
    /// <param name="pairs">Decoded names and values.</param>
    /// <param name="before">What stands before them.</param>
    public static string Join(IEnumerable<KeyValuePair<string, string>> pairs, string before = "")
    {
        // A list of a hundred sessions is 6 KB of text: put together in rented memory.
        var text = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture);
        text.AppendLiteral(before);
        Append(ref text, pairs);
        return text.ToStringAndClear();
    }

    /// <summary>Writes the pairs behind a text that is being put together.</summary>
    public static void Append(ref DefaultInterpolatedStringHandler text, IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var separator = "";
        foreach (var (name, value) in pairs)
        {
            text.AppendLiteral(separator);
            text.AppendLiteral(Uri.EscapeDataString(name));
            text.AppendLiteral("=");
            text.AppendLiteral(Uri.EscapeDataString(value));
            separator = "&";
        }
    }
}
