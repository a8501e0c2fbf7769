using System.Buffers;

namespace VpcMirrorOperator.Kubernetes.Client;

/// <summary>
/// Finds where a JSON value ends, in bytes that come in pieces; looks at each byte once and keeps none. It checks nothing: what is inside
/// is checked by whoever reads the value.
/// </summary>
internal struct JsonFrame
{
    private static readonly SearchValues<byte> Structure = SearchValues.Create("\"[]{}"u8);
    private static readonly SearchValues<byte> InString = SearchValues.Create("\"\\"u8);
    private static readonly SearchValues<byte> AfterScalar = SearchValues.Create(",:]} \t\r\n"u8);
    private State _state;
    private int _depth;

    private enum State
    {
        Start,
        Outside,
        Text,
        Escape,
        Scalar,
    }

    /// <summary>Looks at the next piece; the first one begins with the first byte of the value.</summary>
    /// <returns>How many bytes of the piece belong to the value; -1 when it goes on after the piece.</returns>
    public int Scan(ReadOnlySpan<byte> piece)
    {
        var at = 0;
        while (at < piece.Length)
        {
            if (_state == State.Start) _state = piece[at] is (byte)'"' or (byte)'{' or (byte)'[' ? State.Outside : State.Scalar;
            if (_state == State.Escape) (_state, at) = (State.Text, at + 1);
            else if (Next(piece[at..]) is var next and >= 0) at += next;
            else return -1;
            if (_state == State.Start) return at;
        }

        return -1;
    }

    /// <summary>Goes on to behind the next byte that means something; -1 for none. Ends in the state that it began in.</summary>
    private int Next(ReadOnlySpan<byte> rest)
    {
        var found = rest.IndexOfAny(_state switch { State.Text => InString, State.Scalar => AfterScalar, _ => Structure });
        if (found < 0) return -1;
        if (_state == State.Scalar)
        {
            _state = State.Start;
            return found;
        }

        _state = After(rest[found]);
        return found + 1;
    }

    private State After(byte found)
    {
        if (_state == State.Text && found == '\\') return State.Escape;
        if (_state == State.Text) return _depth == 0 ? State.Start : State.Outside;
        if (found == '"') return State.Text;
        _depth += found is (byte)'{' or (byte)'[' ? 1 : -1;
        return _depth > 0 ? State.Outside : State.Start;
    }
}
