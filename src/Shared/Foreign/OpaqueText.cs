using System.Buffers;
using System.Text;

namespace VpcMirrorOperator.Foreign;

/// <summary>
/// Hides what looks like a key, a token or a signature, also where nobody knows its value: access key ids by their prefix (<c>LTAI</c>,
/// <c>STS.</c>), anything else by its length and its mix of characters. No id of the cloud looks so: they are short, or in lower case.
/// </summary>
internal static class OpaqueText
{
    /// <summary>Hexadecimal signatures, security tokens and signed tokens have more; request ids have 36 characters.</summary>
    public const int MinLength = 40;

    private const int MinKeyIdLength = 12;
    private const string Hidden = "***";

    private static readonly SearchValues<char> Run =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=%_-");

    /// <summary>The text with <c>***</c> in the place of each such run of characters.</summary>
    public static string Hide(string text)
    {
        StringBuilder? hidden = null;
        var (position, kept) = (0, 0);
        while (Next(text, ref position) is { Length: > 0 } run)
        {
            if (!IsOpaque(run) && !IsKeyId(run, text.AsSpan(0, position - run.Length))) continue;
            (hidden ??= new StringBuilder(text.Length)).Append(text, kept, position - run.Length - kept).Append(Hidden);
            kept = position;
        }

        return hidden is null ? text : hidden.Append(text, kept, text.Length - kept).ToString();
    }

    private static ReadOnlySpan<char> Next(string text, ref int position)
    {
        var rest = text.AsSpan(position);
        var start = rest.IndexOfAny(Run);
        if (start < 0) return [];
        rest = rest[start..];
        var length = rest.IndexOfAnyExcept(Run);
        if (length < 0) length = rest.Length;
        position += start + length;
        return rest[..length];
    }

    private static bool IsOpaque(ReadOnlySpan<char> run)
    {
        if (run.Length < MinLength) return false;
        var digits = run.ContainsAnyInRange('0', '9');
        var mixed = run.ContainsAnyInRange('a', 'z') && run.ContainsAnyInRange('A', 'Z');
        return (digits && mixed) || IsHex(run);
    }

    private static bool IsHex(ReadOnlySpan<char> run)
    {
        foreach (var c in run)
            if (!char.IsAsciiHexDigit(c)) return false;
        return true;
    }

    private static bool IsKeyId(ReadOnlySpan<char> run, ReadOnlySpan<char> before) => run.Length >= MinKeyIdLength
        && (run.Contains("LTAI", StringComparison.Ordinal) || before.EndsWith("STS.", StringComparison.Ordinal));
}
