using System.Text;

namespace VpcMirrorOperator.Kubernetes.Tests.Support;

/// <summary>The body of a watch answer: what the test has sent can be read, then reading waits, ends or fails as the test says.</summary>
internal sealed class WatchBody : Stream
{
    private readonly Queue<byte> _bytes = new();
    private TaskCompletionSource _changed = new();
    private Exception? _failure;
    private bool _ended;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public void Send(string text)
    {
        foreach (var b in Encoding.UTF8.GetBytes(text)) _bytes.Enqueue(b);
        Wake();
    }

    public void Event(string type, string json) => Send($$"""{"type":"{{type}}","object":{{json}}}""" + "\n");

    public void End()
    {
        _ended = true;
        Wake();
    }

    public void Fail(Exception error)
    {
        _failure = error;
        Wake();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_bytes.Count == 0)
        {
            if (_failure is not null) throw _failure;
            if (_ended) return 0;
            await _changed.Task.WaitAsync(cancellationToken);
        }

        var count = Math.Min(_bytes.Count, buffer.Length);
        for (var i = 0; i < count; i++) buffer.Span[i] = _bytes.Dequeue();
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

    private void Wake()
    {
        var waiting = _changed;
        _changed = new TaskCompletionSource();
        waiting.SetResult();
    }
}
