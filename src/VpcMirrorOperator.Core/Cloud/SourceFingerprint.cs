using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using VpcMirrorOperator.Api.TrafficMirrorSessions;

namespace VpcMirrorOperator.Cloud;

/// <summary>
/// A digest of a set of ids that does not depend on their order: the sum of the ids' hashes modulo 2^128. A sum, not a hash of
/// the sorted list, because it is linear in the set's size and can be corrected for a few ids without the whole set.
/// </summary>
internal static class SourceFingerprint
{
    /// <summary>The digest of a set, 32 lower-case hex digits.</summary>
    /// <param name="ids">The set.</param>
    public static string Of(SourceIdSet ids)
    {
        var sum = UInt128.Zero;
        foreach (var id in ids.Ids) sum += Hash(id);
        return Text(sum);
    }

    /// <summary>The digest of the set without some of its members.</summary>
    /// <param name="fingerprint">The digest of the whole set.</param>
    /// <param name="ids">Distinct members of that set.</param>
    public static string Without(string fingerprint, IEnumerable<string> ids) =>
        Text(ids.Aggregate(Value(fingerprint), (sum, id) => sum - Hash(id)));

    /// <summary>The digest of the set with some ids more.</summary>
    /// <param name="fingerprint">The digest of the set.</param>
    /// <param name="ids">Distinct ids that are not members of it.</param>
    public static string With(string fingerprint, IEnumerable<string> ids) =>
        Text(ids.Aggregate(Value(fingerprint), (sum, id) => sum + Hash(id)));

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

    private static string Text(UInt128 value) => value.ToString("x32", CultureInfo.InvariantCulture);

    private static UInt128 Value(string fingerprint) => UInt128.Parse(fingerprint, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
