using System.Buffers;

namespace VpcMirrorOperator.Kubernetes.Api;

/// <summary>
/// Lines of a stream as contiguous bytes, without a copy. Not a <c>PipeReader</c>: that one leaves the caller's context inside, and its
/// segments would have to be copied together for an event that crosses them.
/// </summary>
internal sealed class LineReader(Stream stream) : IDisposable
{
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
    private int start;
    private int scanned;
    private int end;

    /// <summary>
    /// The next line that is not empty, valid until the next call; null at the end. A last line without its end is dropped: it was cut
    /// off, and the server will send it again.
    /// </summary>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken ct)
    {
        while (true)
        {
            if (TakeLine() is { } line) return line;
            MakeRoom();
            var read = await stream.ReadAsync(buffer.AsMemory(end), ct);
            if (read == 0) return null;
            end += read;
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
    }

    private ReadOnlyMemory<byte>? TakeLine()
    {
        while (buffer.AsSpan(scanned, end - scanned).IndexOf((byte)'\n') is var newline and >= 0)
        {
            var line = buffer.AsMemory(start, scanned + newline - start);
            start = scanned += newline + 1;
            if (!line.Span.Trim(" \r"u8).IsEmpty) return line;
        }

        scanned = end;
        return null;
    }

    private void MakeRoom()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (end, scanned, start) = (end - start, scanned - start, 0);
        }

        if (end < buffer.Length) return;
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.AsSpan(0, end).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }
}
