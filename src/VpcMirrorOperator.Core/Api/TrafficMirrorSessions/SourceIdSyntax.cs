using System.Buffers;
using System.Text;

namespace VpcMirrorOperator.Api.TrafficMirrorSessions;

/// <summary>
/// The form of a source's id. The cloud documents only the prefix of its ids; the rest is what every published example looks like, bounded
/// by <see cref="SpecLimits.MaxIdLength"/>. The definition of the kind has the same pattern.
/// </summary>
internal static class SourceIdSyntax
{
    private static readonly SearchValues<byte> Rest = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789"u8);

    private static ReadOnlySpan<byte> Prefix => "eni-"u8;

    /// <summary>A network interface: <c>eni-</c> and 1–60 lower-case letters and digits.</summary>
    public static bool IsWellFormed(string id)
    {
        Span<byte> ascii = stackalloc byte[SpecLimits.MaxIdLength];
        return id.Length <= ascii.Length
            && Ascii.FromUtf16(id, ascii, out var length) == OperationStatus.Done
            && IsWellFormed(ascii[..length]);
    }

    /// <inheritdoc cref="IsWellFormed(string)"/>
    public static bool IsWellFormed(ReadOnlySpan<byte> id) =>
        id.Length > Prefix.Length && id.Length <= SpecLimits.MaxIdLength && id.StartsWith(Prefix) && !id[Prefix.Length..].ContainsAnyExcept(Rest);
}
