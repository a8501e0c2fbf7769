using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace VpcMirrorOperator.Kubernetes.Client;

/// <summary>
/// Finds the bracket that closes an object or array, in bytes that come in pieces: 32 bytes at a time, as bits that say where quotes,
/// backslashes and brackets are (the method of simdjson). Byte by byte this would cost as much as reading the object.
/// </summary>
internal struct JsonNesting
{
    private const int Block = 32;
    private int _depth;
    private bool _isInText;
    private bool _isEscaped;

    /// <summary>Looks at the next piece; the first one begins with the opening bracket.</summary>
    /// <returns>How many bytes of the piece there are until behind the closing bracket; -1 when it is not in the piece.</returns>
    public int End(ReadOnlySpan<byte> piece)
    {
        var at = 0;
        for (; at <= piece.Length - Block; at += Block)
            if (EndInBlock(piece.Slice(at, Block)) is var end and > 0) return at + end;
        for (; at < piece.Length; at++)
            if (Ends(piece[at])) return at + 1;
        return -1;
    }

    /// <returns>Bytes until behind the closing bracket; 0 when it is not in the block.</returns>
    private int EndInBlock(ReadOnlySpan<byte> block)
    {
        // Two halves, because that is what every processor has that the native program is made for.
        var (left, right) = (Vector128.Create(block[..(Block / 2)]), Vector128.Create(block[(Block / 2)..]));
        var text = InText(Where(left, right, (byte)'"') & ~Escaped(Where(left, right, (byte)'\\')));
        // A brace is its bracket and 0x20; no other byte becomes one of the two by that.
        var bit = Vector128.Create((byte)0x20);
        (left, right) = (left | bit, right | bit);
        var (opens, closes) = (Where(left, right, (byte)'{') & ~text, Where(left, right, (byte)'}') & ~text);
        if (BitOperations.PopCount(closes) >= _depth) return EndByBits(opens, closes);
        _depth += BitOperations.PopCount(opens) - BitOperations.PopCount(closes);
        return 0;
    }

    private int EndByBits(uint opens, uint closes)
    {
        for (var all = opens | closes; all != 0; all &= all - 1)
        {
            var bit = all & (0 - all);
            _depth += (opens & bit) != 0 ? 1 : -1;
            if (_depth == 0) return BitOperations.TrailingZeroCount(bit) + 1;
        }

        return 0;
    }

    /// <summary>The bytes behind a backslash that is not itself behind one.</summary>
    private uint Escaped(uint backslashes)
    {
        var escaped = _isEscaped ? 1u : 0;
        _isEscaped = false;
        for (; backslashes != 0; backslashes &= backslashes - 1)
        {
            var bit = backslashes & (0 - backslashes);
            if ((escaped & bit) != 0) continue;
            escaped |= bit << 1;
            _isEscaped = bit == 1u << (Block - 1);
        }

        return escaped;
    }

    /// <summary>The bytes within texts, by the parity of the quotes before them; a closing quote is not among them.</summary>
    private uint InText(uint quotes)
    {
        var text = quotes ^ (quotes << 1);
        text ^= text << 2;
        text ^= text << 4;
        text ^= text << 8;
        text ^= text << 16;
        if (_isInText) text = ~text;
        _isInText = (text >> (Block - 1)) != 0;
        return text;
    }

    private bool Ends(byte next)
    {
        if (_isEscaped) _isEscaped = false;
        else if (next == '\\') _isEscaped = true;
        else if (next == '"') _isInText = !_isInText;
        else if (!_isInText && (next | 0x20) == '{') _depth++;
        else if (!_isInText && (next | 0x20) == '}') return --_depth == 0;
        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Where(Vector128<byte> left, Vector128<byte> right, byte value)
    {
        var wanted = Vector128.Create(value);
        return Vector128.Equals(left, wanted).ExtractMostSignificantBits()
            | (Vector128.Equals(right, wanted).ExtractMostSignificantBits() << (Block / 2));
    }
}
