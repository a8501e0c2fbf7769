using System.Globalization;
using System.Text;

namespace VpcMirrorOperator.Foreign;

/// <summary>
/// Text of somebody else (a cloud, an API server, a proxy, a file) made fit for a log, a status, an event, a terminal and YAML. Every such
/// text passes here once, where it enters.
/// </summary>
internal static class ForeignText
{
    /// <summary>The most characters of a message.</summary>
    public const int MessageLength = 1000;

    /// <summary>The most characters of a word: a code, a state, an id. The definition of the kind allows as many.</summary>
    public const int WordLength = 256;

    private const string Ellipsis = "…";

    /// <summary>
    /// One line: no control, format (bidirectional, zero-width) or unassigned characters and no half surrogate pairs, no user name or
    /// password in a URL, nothing that looks like a key, a token or a signature (<see cref="OpaqueText"/>), at most
    /// <paramref name="maxLength"/> characters.
    /// </summary>
    public static string Clean(string text, int maxLength)
    {
        if (text.Length <= maxLength && IsPlain(text)) return text;
        return Cut(OpaqueText.Hide(WithoutUserInfo(Visible(text))).Trim(), maxLength);
    }

    /// <summary>
    /// Whether a text is one line of visible characters, neither begins nor ends with a blank, and is no longer than allowed.
    /// </summary>
    public static bool IsOneLine(string text, int maxLength)
    {
        if (text.Length > maxLength || text.Trim().Length != text.Length) return false;
        foreach (var rune in text.EnumerateRunes())
            if (rune == Rune.ReplacementChar || !IsVisible(Rune.GetUnicodeCategory(rune))) return false;
        return true;
    }

    /// <summary>Ids and states, as nearly every text is.</summary>
    private static bool IsPlain(string text)
    {
        if (text.Length >= OpaqueText.MinLength) return false;
        foreach (var c in text)
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-') return false;
        return true;
    }

    private static string Visible(string text)
    {
        // Nearly every text; the same instance, so that a text which needs no cleaning costs no other one.
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~')) return text;
        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (IsVisible(Rune.GetUnicodeCategory(rune))) visible.Append(rune);
            else visible.Append(' ');
        return visible.ToString();
    }

    private static bool IsVisible(UnicodeCategory category) => category is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    /// <summary>
    /// <c>https://name:password@host</c> becomes <c>https://***@host</c>; a password may hold anything, so the last <c>@</c> ends it.
    /// </summary>
    private static string WithoutUserInfo(string text)
    {
        var from = 0;
        while (text.IndexOf("://", from, StringComparison.Ordinal) is >= 0 and var scheme)
        {
            var authority = scheme + "://".Length;
            var end = text.AsSpan(authority).IndexOfAny(" \"'<>");
            end = end < 0 ? text.Length : authority + end;
            var at = text.LastIndexOf('@', end - 1, end - authority);
            if (at >= authority) text = $"{text[..authority]}***{text[at..]}";
            from = authority;
        }

        return text;
    }

    private static string Cut(string text, int maxLength)
    {
        if (text.Length <= maxLength) return text;
        var end = maxLength - Ellipsis.Length;
        if (end > 0 && char.IsHighSurrogate(text[end - 1])) end--;
        return text[..end] + Ellipsis;
    }
}
