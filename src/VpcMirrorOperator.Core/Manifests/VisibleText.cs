using System.Globalization;
using System.Text;

namespace VpcMirrorOperator.Manifests;

/// <summary>Text of a manifest or a command line as it is shown in a message.</summary>
internal static class VisibleText
{
    /// <summary>
    /// The text with what nobody could see, or what would change how the rest is shown, as <c>\u{200B}</c>: control, format (zero-width,
    /// bidirectional) and unassigned characters, and spaces other than the usual one.
    /// </summary>
    public static string Of(string text)
    {
        if (text.All(c => char.IsBetween(c, ' ', '~'))) return text;
        var shown = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (IsVisible(rune)) shown.Append(rune);
            else shown.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:X4}}}");
        return shown.ToString();
    }

    private static bool IsVisible(Rune rune) => rune.Value == ' ' || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control
        or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator);
}
