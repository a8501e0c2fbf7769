using System.Collections;
using System.Text;

namespace VpcMirrorOperator.AlibabaCloud.Json;

/// <summary>
/// Ids of an answer in one array, in the order of the answer: most answers say what is known already, and then no string of an id is made
/// at all. Only ids of lower-case letters, digits and hyphens are kept like this; a list with any other holds strings.
/// </summary>
public sealed class PackedIds : IReadOnlyList<string>
{
    private readonly byte[] _bytes;

    internal PackedIds(byte[] bytes, int count) => (_bytes, Count) = (bytes, count);

    /// <summary>Of each id its length in one byte, and then its characters in ASCII.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <inheritdoc/>
    public int Count { get; }

    /// <inheritdoc/>
    /// <remarks>Found by counting, and made a string.</remarks>
    public string this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            var at = 0;
            while (index-- > 0) at += 1 + _bytes[at];
            return At(at);
        }
    }

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator()
    {
        for (var at = 0; at < _bytes.Length; at += 1 + _bytes[at]) yield return At(at);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private string At(int at) => Encoding.ASCII.GetString(_bytes, at + 1, _bytes[at]);
}
