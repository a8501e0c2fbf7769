using System.Globalization;
using System.Runtime.CompilerServices;

namespace VpcMirrorOperator.AlibabaCloud.Signing;

/// <summary>The canonical form of a request that ACS3-HMAC-SHA256 signs. Pure text, no secrets besides what headers hold.</summary>
/// <param name="Text">Method, path, query, headers, signed header names and payload hash, one per line.</param>
/// <param name="SignedHeaders">Signed header names, lower case, ordinally sorted, joined by <c>;</c>.</param>
internal sealed record CanonicalRequest(string Text, string SignedHeaders)
{
    /// <summary>Builds the canonical form from decoded parameters; their order does not matter.</summary>
    public static CanonicalRequest Build(
        string method,
        string path,
        IEnumerable<KeyValuePair<string, string>> parameters,
        IEnumerable<KeyValuePair<string, string>> headers,
        string payloadHash)
    {
        var signed = headers
            .Select(h => KeyValuePair.Create(h.Key.ToLowerInvariant(), h.Value.Trim()))
            .Where(h => IsSigned(h.Key))
            .OrderBy(h => h.Key, StringComparer.Ordinal)
            .ToArray();
        var names = string.Join(';', signed.Select(h => h.Key));
        var lines = string.Concat(signed.Select(h => $"{h.Key}:{h.Value}\n"));
        var text = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture);
        text.AppendLiteral($"{method}\n{path}\n");
        // Sorted by the decoded name, so that Ids.10 stands before Ids.2, as the service does.
        QueryEncoding.Append(ref text, parameters.OrderBy(p => p.Key, StringComparer.Ordinal));
        text.AppendLiteral($"\n{lines}\n{names}\n{payloadHash}");
        return new(text.ToStringAndClear(), names);
    }

    private static bool IsSigned(string name) =>
        name is "host" or "content-type" || name.StartsWith("x-acs-", StringComparison.Ordinal);
}
