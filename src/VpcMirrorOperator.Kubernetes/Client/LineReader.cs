namespace VpcMirrorOperator.Kubernetes.Client;

/// <summary>Lines of a stream as contiguous bytes, without a copy.</summary>
/// <param name="stream">The stream.</param>
/// <param name="limit">Most bytes of a line that are held.</param>
internal sealed class LineReader(Stream stream, int limit) : IDisposable
{
    private readonly ReadBuffer _buffer = new(stream);
    private int _taken;
    private int _scanned;
    private bool _hasRest;

    /// <summary>
    /// The next line that is not empty, valid until the next call; null at the end. A last line without its end is dropped: it was cut
    /// off, and the server will send it again.
    /// </summary>
    public async ValueTask<Line?> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Take();
            if (Next() is { } line) return line;
            if (!await _buffer.FillAsync(cancellationToken)) return null;
        }
    }

    public void Dispose() => _buffer.Dispose();

    private Line? Next()
    {
        while (_buffer.Available.Span[_scanned..].IndexOf((byte)'\n') is var newline and >= 0)
        {
            var line = _buffer.Available[..(_scanned + newline)];
            var isRest = _hasRest;
            (_taken, _hasRest) = (line.Length + 1, false);
            if (!isRest && !line.Span.Trim(" \r"u8).IsEmpty) return new Line(line, IsCut: line.Length > limit);
            Take();
        }

        _scanned = _buffer.Available.Length;
        return _hasRest || _scanned > limit ? Cut() : null;
    }

    /// <summary>The beginning of a line that is too long is given once; the rest is passed over and not kept.</summary>
    private Line? Cut()
    {
        var beginning = new Line(_buffer.Available, IsCut: true);
        var isRest = _hasRest;
        (_taken, _hasRest) = (_scanned, true);
        if (!isRest) return beginning;
        Take();
        return null;
    }

    private void Take()
    {
        _buffer.Advance(_taken);
        if (_taken > 0) _scanned = 0;
        _taken = 0;
    }
}
