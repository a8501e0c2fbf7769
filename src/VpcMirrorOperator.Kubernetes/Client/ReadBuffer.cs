using System.Buffers;

namespace VpcMirrorOperator.Kubernetes.Client;

/// <summary>
/// A window of contiguous bytes that moves over a stream: as large as what its reader has not taken yet, and small again when that is
/// nothing. Not a <c>PipeReader</c>: that one leaves the caller's context inside, and its segments would have to be copied together for a
/// value that crosses them.
/// </summary>
internal sealed class ReadBuffer(Stream stream) : IDisposable
{
    private const int SmallSize = 16 * 1024;
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(SmallSize);
    private int _start;
    private int _end;

    /// <summary>What has been read and not taken; valid until the next <see cref="FillAsync"/>.</summary>
    public ReadOnlyMemory<byte> Available => _bytes.AsMemory(_start, _end - _start);

    /// <summary>Bytes that are held, for tests.</summary>
    public int Size => _bytes.Length;

    /// <summary>Bytes read from the stream so far.</summary>
    public long TotalBytes { get; private set; }

    /// <summary>Takes bytes from the front.</summary>
    public void Advance(int count) => _start += count;

    /// <summary>Reads more bytes; false at the end of the stream.</summary>
    public async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        MakeRoom();
        var read = await stream.ReadAsync(_bytes.AsMemory(_end), cancellationToken);
        _end += read;
        TotalBytes += read;
        return read > 0;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        (_bytes, _start, _end) = ([], 0, 0);
    }

    private void MakeRoom()
    {
        var held = _end - _start;
        if (held == 0 && _bytes.Length > SmallSize) Replace(SmallSize);
        else if (_start > 0) _bytes.AsSpan(_start, held).CopyTo(_bytes);
        else if (_end == _bytes.Length) Replace(_bytes.Length * 2);
        (_start, _end) = (0, held);
    }

    private void Replace(int size)
    {
        var other = ArrayPool<byte>.Shared.Rent(size);
        _bytes.AsSpan(_start, _end - _start).CopyTo(other);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = other;
    }
}
