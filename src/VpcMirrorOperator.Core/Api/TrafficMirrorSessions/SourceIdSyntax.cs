namespace VpcMirrorOperator.Api.TrafficMirrorSessions;

/// <summary>
/// The form of a source's id. The cloud documents only the prefix of its ids; the rest is what every published example looks like, bounded
/// by <see cref="SpecLimits.MaxIdLength"/>. The definition of the kind has the same pattern.
/// </summary>
internal static class SourceIdSyntax
{
    private const string Prefix = "eni-";

    /// <summary>A network interface: <c>eni-</c> and 1–60 lower-case letters and digits.</summary>
    public static bool IsWellFormed(string id)
    {
        if (id.Length <= Prefix.Length || id.Length > SpecLimits.MaxIdLength) return false;
        if (!id.StartsWith(Prefix, StringComparison.Ordinal)) return false;
        foreach (var c in id.AsSpan(Prefix.Length))
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c)) return false;
        return true;
    }
}
