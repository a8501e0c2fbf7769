using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace VpcMirrorOperator.Api.TrafficMirrorSessions;

/// <summary>
/// A digest of a set of ids that does not depend on their order: the sum of the ids' hashes modulo 2^128. A sum, not a hash of
/// the sorted list, because it is linear in the set's size and can be corrected for a few ids without the whole set.
/// </summary>
/// <param name="High">Its upper half.</param>
/// <param name="Low">Its lower half.</param>
public readonly record struct SourceFingerprint(ulong High, ulong Low)
{
    /// <summary>Hex digits of its text.</summary>
    public const int Digits = 32;

    private SourceFingerprint(UInt128 sum)
        : this((ulong)(sum >> 64), (ulong)sum)
    {
    }

    private UInt128 Sum => new(High, Low);

    /// <summary>The digest of a set.</summary>
    /// <param name="ids">The set.</param>
    public static SourceFingerprint Of(SourceIdSet ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var sum = UInt128.Zero;
        foreach (var id in ids.Ids) sum += Hash(id);
        return new SourceFingerprint(sum);
    }

    /// <summary>The digest of the set without some of its members.</summary>
    /// <param name="ids">Distinct members of the set.</param>
    public SourceFingerprint Without(IEnumerable<string> ids) => new(ids.Aggregate(Sum, (sum, id) => sum - Hash(id)));

    /// <summary>The digest of the set with some ids more.</summary>
    /// <param name="ids">Distinct ids that are not members of the set.</param>
    public SourceFingerprint With(IEnumerable<string> ids) => new(ids.Aggregate(Sum, (sum, id) => sum + Hash(id)));

    /// <summary>The digest of a text as <see cref="ToString"/> makes it.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Null for any other text: nothing is known of the list then.</returns>
    public static SourceFingerprint? Parse(string? text) =>
        text is { Length: Digits } && UInt128.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var sum)
            ? new SourceFingerprint(sum)
            : null;

    /// <summary><see cref="Digits"/> lower-case hex digits.</summary>
    public override string ToString() => Sum.ToString("x32", CultureInfo.InvariantCulture);

    private static UInt128 Hash(string id)
    {
        Span<byte> text = stackalloc byte[256];
        return Encoding.UTF8.TryGetBytes(id, text, out var length) ? Hash(text[..length]) : Hash(Encoding.UTF8.GetBytes(id));
    }

    private static UInt128 Hash(ReadOnlySpan<byte> utf8)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(utf8, hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }
}
