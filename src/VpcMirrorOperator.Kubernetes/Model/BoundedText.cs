using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace VpcMirrorOperator.Kubernetes.Model;

/// <summary>
/// Texts of people as they are kept and echoed: as they are up to a bound, and as their digest beyond it, so that another text is still
/// another text. Pure.
/// </summary>
public static class BoundedText
{
    /// <summary>The longest text that is kept as it is, in bytes of UTF-8. A Kubernetes annotation may be 256 KiB long.</summary>
    public const int MaxBytes = 256;

    /// <summary>The text, or <c>sha256:</c> and the digest of its UTF-8 in hex when it is longer than <see cref="MaxBytes"/>.</summary>
    /// <param name="text">Any text.</param>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        // No character takes more than three bytes.
        if (text.Length <= MaxBytes / 3 || Encoding.UTF8.GetByteCount(text) <= MaxBytes) return text;
        return Digest(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>The same for the string at which the reader stands. A long one is never made a string.</summary>
    /// <exception cref="InvalidOperationException">It is not a string, or not one of whole characters.</exception>
    internal static string Read(ref Utf8JsonReader reader)
    {
        if (reader.ValueSpan.Length <= MaxBytes) return reader.GetString()!;
        if (!reader.ValueIsEscaped) return Digest(reader.ValueSpan);
        var rented = ArrayPool<byte>.Shared.Rent(reader.ValueSpan.Length);
        try
        {
            var plain = rented.AsSpan(0, reader.CopyString(rented));
            return plain.Length <= MaxBytes ? Encoding.UTF8.GetString(plain) : Digest(plain);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private static string Digest(ReadOnlySpan<byte> utf8) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(utf8));
}
