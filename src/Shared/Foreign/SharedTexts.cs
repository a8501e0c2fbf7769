using System.Text;

namespace VpcMirrorOperator.Foreign;

/// <summary>
/// Texts of which equal ones are to be one instance: ten thousand objects have the same reasons, messages, regions and targets, and each
/// copy would stay in memory as long as its object.
/// </summary>
/// <remarks>
/// Remembers a few texts, each in the place that its hash gives it; one that comes later takes the place over. So it never grows, and which
/// instance comes back can change nothing but memory. Thread-safe: a place is one reference.
/// </remarks>
internal sealed class SharedTexts
{
    /// <summary>Longest text that is shared, in bytes of UTF-8: longer ones are hardly ever the same.</summary>
    private const int MaxBytes = 256;

    private const int Places = 512;

    private readonly string?[] _texts = new string?[Places];

    /// <summary>The text that is remembered of these bytes; null for none, and for all that is not ASCII.</summary>
    public string? Find(ReadOnlySpan<byte> utf8) =>
        utf8.Length <= MaxBytes && _texts[PlaceOf(utf8)] is { } known && Ascii.Equals(utf8, known) ? known : null;

    /// <summary>Remembers the text of these bytes.</summary>
    /// <returns>The text.</returns>
    public string Keep(ReadOnlySpan<byte> utf8, string text)
    {
        if (utf8.Length <= MaxBytes) _texts[PlaceOf(utf8)] = text;
        return text;
    }

    /// <summary>FNV-1a: nobody gains by texts that collide.</summary>
    private static int PlaceOf(ReadOnlySpan<byte> text)
    {
        var hash = 2166136261u;
        foreach (var one in text) hash = (hash ^ one) * 16777619u;
        return (int)((hash ^ (hash >> 16)) % Places);
    }
}
