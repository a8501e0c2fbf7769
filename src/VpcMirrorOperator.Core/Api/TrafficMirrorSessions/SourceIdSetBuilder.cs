using System.Text;

namespace VpcMirrorOperator.Api.TrafficMirrorSessions;

/// <summary>Collects ids in any order and makes a <see cref="SourceIdSet"/> of them. Not thread-safe.</summary>
internal sealed class SourceIdSetBuilder
{
    private readonly List<(int Start, int Length)> _places = [];
    private byte[] _bytes = new byte[256];
    private int _used;

    /// <summary>Takes an id.</summary>
    /// <exception cref="ArgumentException">It is too long, or not ASCII.</exception>
    public void Add(string id)
    {
        Span<byte> ascii = stackalloc byte[SourceIdSet.MaxIdLength];
        if (id.Length > SourceIdSet.MaxIdLength || Ascii.FromUtf16(id, ascii, out var length) != System.Buffers.OperationStatus.Done)
            throw new ArgumentException($"An id has at most {SourceIdSet.MaxIdLength} ASCII characters.", nameof(id));
        Add(ascii[..length]);
    }

    /// <summary>Takes an id of ASCII characters, at most <see cref="SourceIdSet.MaxIdLength"/> of them.</summary>
    public void Add(ReadOnlySpan<byte> ascii)
    {
        if (_used + ascii.Length > _bytes.Length) Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, _used + ascii.Length));
        ascii.CopyTo(_bytes.AsSpan(_used));
        _places.Add((_used, ascii.Length));
        _used += ascii.Length;
    }

    /// <summary>The set; the builder can be used again for another one.</summary>
    public SourceIdSet Build()
    {
        _places.Sort((a, b) => At(a).SequenceCompareTo(At(b)));
        var result = new byte[_used + _places.Count];
        var (end, count) = (0, 0);
        for (var i = 0; i < _places.Count; i++)
        {
            var id = At(_places[i]);
            if (i > 0 && id.SequenceEqual(At(_places[i - 1]))) continue;
            result[end] = (byte)id.Length;
            id.CopyTo(result.AsSpan(end + 1));
            end += 1 + id.Length;
            count++;
        }

        _places.Clear();
        _used = 0;
        return count == 0 ? SourceIdSet.Empty : new SourceIdSet(end == result.Length ? result : result[..end], count);
    }

    private ReadOnlySpan<byte> At((int Start, int Length) place) => _bytes.AsSpan(place.Start, place.Length);
}
