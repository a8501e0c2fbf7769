using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace VpcMirrorOperator.Api.TrafficMirrorSessions;

/// <summary>
/// A set of ids in one array, in ordinal order. Ids are short and ASCII, so each takes one byte a character instead of an object of its own
/// of three times that size; an id is made a string when somebody asks for it. Immutable; equal sets have equal bytes.
/// </summary>
[SuppressMessage("Naming", "CA1710", Justification = "It is a set, as the interface says.")]
public sealed class SourceIdSet : IReadOnlyList<string>, IReadOnlySet<string>
{
    /// <summary>Longest id in bytes: its length is kept in one.</summary>
    public const int MaxIdLength = byte.MaxValue;

    /// <summary>No ids.</summary>
    public static readonly SourceIdSet Empty = new([], 0);

    // Of each id its length, and then its bytes.
    private readonly byte[] _bytes;

    internal SourceIdSet(byte[] bytes, int count) => (_bytes, Count) = (bytes, count);

    /// <summary>How many ids.</summary>
    public int Count { get; }

    /// <summary>The id at a place in ordinal order; found by counting.</summary>
    /// <param name="index">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public string this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            foreach (var id in Ids)
                if (index-- == 0) return Text(id);
            return "";
        }
    }

    /// <summary>The set of these ids.</summary>
    /// <param name="ids">ASCII, at most <see cref="MaxIdLength"/> characters each; one that stands twice counts once.</param>
    /// <exception cref="ArgumentException">An id is longer, or not ASCII.</exception>
    public static SourceIdSet Of(IEnumerable<string> ids)
    {
        var builder = new SourceIdSetBuilder();
        foreach (var id in ids) builder.Add(id);
        return builder.Build();
    }

    /// <summary>The ids as bytes, one after another, in ordinal order.</summary>
    internal SourceIdBytes Ids => new(_bytes);

    /// <summary>Whether both hold the same ids.</summary>
    /// <param name="other">The other set.</param>
    public bool SetEquals(SourceIdSet other) => ReferenceEquals(this, other) || _bytes.AsSpan().SequenceEqual(other._bytes);

    /// <summary>Whether a list holds just these ids, in ordinal order; makes no string.</summary>
    /// <param name="list">The list.</param>
    internal bool IsInOrder(IReadOnlyList<string> list)
    {
        if (list.Count != Count) return false;
        var index = 0;
        foreach (var id in Ids)
            if (!Ascii.Equals(id, list[index++])) return false;
        return true;
    }

    /// <summary>Whether bytes hold just these ids in ordinal order: of each id its length in one byte, and then its characters.</summary>
    internal bool IsInOrder(ReadOnlySpan<byte> bytes) => bytes.SequenceEqual(_bytes);

    /// <inheritdoc/>
    public bool Contains(string item)
    {
        if (item is not { Length: <= MaxIdLength }) return false;
        foreach (var id in Ids)
            if (Ascii.Equals(id, item)) return true;
        return false;
    }

    /// <inheritdoc/>
    public bool SetEquals(IEnumerable<string> other) => other is SourceIdSet set ? SetEquals(set) : Strings().SetEquals(other);

    /// <inheritdoc/>
    public bool IsProperSubsetOf(IEnumerable<string> other) => Strings().IsProperSubsetOf(other);

    /// <inheritdoc/>
    public bool IsProperSupersetOf(IEnumerable<string> other) => Strings().IsProperSupersetOf(other);

    /// <inheritdoc/>
    public bool IsSubsetOf(IEnumerable<string> other) => Strings().IsSubsetOf(other);

    /// <inheritdoc/>
    public bool IsSupersetOf(IEnumerable<string> other) => Strings().IsSupersetOf(other);

    /// <inheritdoc/>
    public bool Overlaps(IEnumerable<string> other) => Strings().Overlaps(other);

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator()
    {
        for (var at = 0; at < _bytes.Length; at += 1 + _bytes[at]) yield return Text(_bytes.AsSpan(at + 1, _bytes[at]));
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The ids as strings, for whoever has to look many of them up.</summary>
    public HashSet<string> Strings() => new(this, StringComparer.Ordinal);

    private static string Text(ReadOnlySpan<byte> id) => Encoding.ASCII.GetString(id);
}
