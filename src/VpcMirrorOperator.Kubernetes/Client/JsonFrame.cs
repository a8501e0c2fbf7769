using System.Buffers;

namespace VpcMirrorOperator.Kubernetes.Client;

/// <summary>
/// Finds where a JSON value ends, in bytes that come in pieces; looks at each byte once and keeps none. It checks nothing: what is inside
/// is checked by whoever reads the value.
/// </summary>
internal struct JsonFrame
{
    private static readonly SearchValues<byte> InString = SearchValues.Create("\"\\"u8);
    private static readonly SearchValues<byte> AfterScalar = SearchValues.Create(",:]} \t\r\n"u8);
    private State _state;
    private JsonNesting _nesting;

    private enum State
    {
        Start,
        Nested,
        Text,
        Escape,
        Scalar,
    }

    /// <summary>Looks at the next piece; the first one begins with the first byte of the value.</summary>
    /// <returns>How many bytes of the piece belong to the value; -1 when it goes on after the piece.</returns>
    public int Scan(ReadOnlySpan<byte> piece)
    {
        if (piece.IsEmpty) return -1;
        var at = _state == State.Start ? Begin(piece[0]) : 0;
        var end = _state switch
        {
            State.Nested => _nesting.End(piece),
            State.Scalar => piece.IndexOfAny(AfterScalar),
            _ => EndOfText(piece, at),
        };
        if (end >= 0) _state = State.Start;
        return end;
    }

    /// <returns>How many bytes are not to be looked at again: the quote that begins a text.</returns>
    private int Begin(byte first)
    {
        _nesting = default;
        _state = first switch { (byte)'"' => State.Text, (byte)'{' or (byte)'[' => State.Nested, _ => State.Scalar };
        return _state == State.Text ? 1 : 0;
    }

    private int EndOfText(ReadOnlySpan<byte> piece, int at)
    {
        while (at < piece.Length)
        {
            if (_state == State.Escape)
            {
                (_state, at) = (State.Text, at + 1);
                continue;
            }

            var found = piece[at..].IndexOfAny(InString);
            if (found < 0) return -1;
            at += found + 1;
            if (piece[at - 1] == '"') return at;
            _state = State.Escape;
        }

        return -1;
    }
}
