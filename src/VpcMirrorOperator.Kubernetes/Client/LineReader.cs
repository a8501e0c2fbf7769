using System.Buffers;

namespace VpcMirrorOperator.Kubernetes.Client;

/// <summary>
/// Lines of a stream as contiguous bytes, without a copy. Not a <c>PipeReader</c>: that one leaves the caller's context inside, and its
/// segments would have to be copied together for an event that crosses them.
/// </summary>
internal sealed class LineReader(Stream stream) : IDisposable
{
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
    private int _start;
    private int _scanned;
    private int _end;

    /// <summary>
    /// The next line that is not empty, valid until the next call; null at the end. A last line without its end is dropped: it was cut
    /// off, and the server will send it again.
    /// </summary>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (TakeLine() is { } line) return line;
            MakeRoom();
            var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
            if (read == 0) return null;
            _end += read;
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private ReadOnlyMemory<byte>? TakeLine()
    {
        while (_buffer.AsSpan(_scanned, _end - _scanned).IndexOf((byte)'\n') is var newline and >= 0)
        {
            var line = _buffer.AsMemory(_start, _scanned + newline - _start);
            _start = _scanned += newline + 1;
            if (!line.Span.Trim(" \r"u8).IsEmpty) return line;
        }

        _scanned = _end;
        return null;
    }

    private void MakeRoom()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_end, _scanned, _start) = (_end - _start, _scanned - _start, 0);
        }

        if (_end < _buffer.Length) return;
        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        _buffer.AsSpan(0, _end).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
