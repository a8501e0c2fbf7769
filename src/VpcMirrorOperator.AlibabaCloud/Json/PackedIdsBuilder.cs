using System.Buffers;
using VpcMirrorOperator.Foreign;

namespace VpcMirrorOperator.AlibabaCloud.Json;

/// <summary>Collects the ids of one list. Not thread-safe.</summary>
internal ref struct PackedIdsBuilder
{
    /// <summary>What <see cref="ForeignText.Clean"/> leaves as it is.</summary>
    private static readonly SearchValues<byte> Plain = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-"u8);

    private Span<byte> _bytes;
    private byte[]? _rented;
    private int _used;

    /// <param name="buffer">Where the ids are kept as long as they fit.</param>
    public PackedIdsBuilder(Span<byte> buffer) => _bytes = buffer;

    public int Count { get; private set; }

    /// <summary>Takes an id; false when it is none that can be kept like this.</summary>
    public bool TryAdd(scoped ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length >= OpaqueText.MinLength || utf8.ContainsAnyExcept(Plain)) return false;
        if (_used + 1 + utf8.Length > _bytes.Length) Grow();
        _bytes[_used] = (byte)utf8.Length;
        utf8.CopyTo(_bytes[(_used + 1)..]);
        _used += 1 + utf8.Length;
        Count++;
        return true;
    }

    /// <summary>The ids so far.</summary>
    public readonly PackedIds Build() => new(_bytes[.._used].ToArray(), Count);

    public readonly void Dispose()
    {
        if (_rented is not null) ArrayPool<byte>.Shared.Return(_rented);
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(2 * _bytes.Length);
        _bytes[.._used].CopyTo(larger);
        Dispose();
        _bytes = _rented = larger;
    }
}
