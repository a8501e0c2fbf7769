using System.Text.Json;

namespace VpcMirrorOperator.Kubernetes.Client;

/// <summary>Reads a JSON text value by value from a stream, and holds one of them at a time.</summary>
/// <param name="buffer">The stream.</param>
/// <param name="limit">Most bytes of a value that are held.</param>
internal sealed class FrameReader(ReadBuffer buffer, int limit)
{
    private JsonFrame _frame;
    private int _taken;
    private bool _hasRest;

    /// <summary>The next byte that is not blank; it is not taken.</summary>
    /// <exception cref="JsonException">There is none.</exception>
    public async ValueTask<byte> PeekAsync(CancellationToken cancellationToken)
    {
        await EndLastAsync(cancellationToken);
        while (true)
        {
            var rest = buffer.Available.Span.TrimStart(" \t\r\n"u8);
            buffer.Advance(buffer.Available.Length - rest.Length);
            if (!rest.IsEmpty) return rest[0];
            await FillAsync(cancellationToken);
        }
    }

    /// <summary>Takes one byte of structure.</summary>
    /// <exception cref="JsonException">It is another one.</exception>
    public async ValueTask TakeAsync(byte wanted, CancellationToken cancellationToken)
    {
        if (await PeekAsync(cancellationToken) != wanted) throw new JsonException("Unexpected structure.");
        buffer.Advance(1);
    }

    /// <summary>After an element: takes the comma, and is true, or the closing bracket.</summary>
    /// <exception cref="JsonException">It is neither.</exception>
    public async ValueTask<bool> MoreAsync(byte close, CancellationToken cancellationToken)
    {
        var next = await PeekAsync(cancellationToken);
        await TakeAsync(next == close ? close : (byte)',', cancellationToken);
        return next != close;
    }

    /// <summary>The next value.</summary>
    /// <exception cref="JsonException">The text ends within it.</exception>
    public async ValueTask<Frame> ReadAsync(CancellationToken cancellationToken)
    {
        await PeekAsync(cancellationToken);
        var seen = 0;
        while (true)
        {
            var bytes = buffer.Available;
            var end = _frame.Scan(bytes.Span[seen..]);
            seen = end < 0 ? bytes.Length : seen + end;
            if (end >= 0 || seen > limit)
            {
                (_taken, _hasRest) = (seen, end < 0);
                return new Frame(bytes[.._taken], IsCut: seen > limit);
            }

            await FillAsync(cancellationToken);
        }
    }

    /// <summary>Passes over the last value; what is left of one that is cut is not kept.</summary>
    private async ValueTask EndLastAsync(CancellationToken cancellationToken)
    {
        buffer.Advance(_taken);
        _taken = 0;
        while (_hasRest)
        {
            await FillAsync(cancellationToken);
            var end = _frame.Scan(buffer.Available.Span);
            buffer.Advance(end < 0 ? buffer.Available.Length : end);
            _hasRest = end < 0;
        }
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        if (!await buffer.FillAsync(cancellationToken)) throw new JsonException("The text ends too early.");
    }
}
