using System.Text;

namespace VpcMirrorOperator.Benchmarks.World;

/// <summary>The body of a watch: what is sent can be read, in the reader's own context, until its time is over.</summary>
internal sealed class ApiStream(TimeProvider time, TimeSpan life) : Stream
{
    private readonly Queue<byte[]> _lines = new();
    private readonly long _begun = time.GetTimestamp();
    private TaskCompletionSource _sent = new();
    private int _taken;
    private bool _isOver;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public void Send(string line)
    {
        if (_isOver) return;
        _lines.Enqueue(Encoding.UTF8.GetBytes(line));
        var sent = _sent;
        _sent = new TaskCompletionSource();
        sent.SetResult();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_lines.Count == 0)
        {
            var left = life - time.GetElapsedTime(_begun);
            if (left <= TimeSpan.Zero) return 0;
            using var woken = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(_sent.Task, Task.Delay(left, time, woken.Token));
            woken.Cancel();
            cancellationToken.ThrowIfCancellationRequested();
        }

        var line = _lines.Peek();
        var count = Math.Min(buffer.Length, line.Length - _taken);
        line.AsSpan(_taken, count).CopyTo(buffer.Span);
        _taken += count;
        if (_taken < line.Length) return count;
        _lines.Dequeue();
        _taken = 0;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _isOver = true;
        base.Dispose(disposing);
    }
}
