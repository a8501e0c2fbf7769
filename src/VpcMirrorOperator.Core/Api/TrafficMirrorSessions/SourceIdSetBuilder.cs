using System.Buffers;
using System.Text;

namespace VpcMirrorOperator.Api.TrafficMirrorSessions;

/// <summary>
/// Collects ids in any order and makes a <see cref="SourceIdSet"/> of them. They mostly come in ordinal order, and are then copied once.
/// Not thread-safe.
/// </summary>
internal sealed class SourceIdSetBuilder
{
    private const int UsualBytes = 512;

    // As in the set: of each id its length, and then its bytes.
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(UsualBytes);
    private int _used;
    private int _last;
    private int _count;
    private bool _isInOrder = true;

    /// <summary>Takes an id.</summary>
    /// <exception cref="ArgumentException">It is too long, or not ASCII.</exception>
    public void Add(string id)
    {
        Span<byte> ascii = stackalloc byte[SourceIdSet.MaxIdLength];
        if (id.Length > SourceIdSet.MaxIdLength || Ascii.FromUtf16(id, ascii, out var length) != OperationStatus.Done)
            throw new ArgumentException($"An id has at most {SourceIdSet.MaxIdLength} ASCII characters.", nameof(id));
        Add(ascii[..length]);
    }

    /// <summary>Takes an id of ASCII characters, at most <see cref="SourceIdSet.MaxIdLength"/> of them.</summary>
    public void Add(ReadOnlySpan<byte> ascii)
    {
        if (_used + 1 + ascii.Length > _bytes.Length) Grow(_used + 1 + ascii.Length);
        _isInOrder &= _count == 0 || At(_last).SequenceCompareTo(ascii) < 0;
        (_last, _bytes[_used]) = (_used, (byte)ascii.Length);
        ascii.CopyTo(_bytes.AsSpan(_used + 1));
        _used += 1 + ascii.Length;
        _count++;
    }

    /// <summary>The set. The builder takes no more ids.</summary>
    public SourceIdSet Build()
    {
        var set = _count == 0 ? SourceIdSet.Empty
            : _isInOrder ? new SourceIdSet(_bytes.AsSpan(0, _used).ToArray(), _count)
            : Sorted();
        ArrayPool<byte>.Shared.Return(_bytes);
        (_bytes, _used, _count) = ([], 0, 0);
        return set;
    }

    private SourceIdSet Sorted()
    {
        var places = new List<int>(_count);
        for (var at = 0; at < _used; at += 1 + _bytes[at]) places.Add(at);
        places.Sort((a, b) => At(a).SequenceCompareTo(At(b)));
        var (result, end, count) = (new byte[_used], 0, 0);
        for (var i = 0; i < places.Count; i++)
        {
            if (i > 0 && At(places[i]).SequenceEqual(At(places[i - 1]))) continue;
            var id = _bytes.AsSpan(places[i], 1 + _bytes[places[i]]);
            id.CopyTo(result.AsSpan(end));
            (end, count) = (end + id.Length, count + 1);
        }

        return new SourceIdSet(end == result.Length ? result : result[..end], count);
    }

    private void Grow(int needed)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(2 * _bytes.Length, needed));
        _bytes.AsSpan(0, _used).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }

    private ReadOnlySpan<byte> At(int place) => _bytes.AsSpan(place + 1, _bytes[place]);
}
