namespace VpcMirrorOperator.Kinds.Filters.Planning;

/// <summary>
/// All packets, sorted into classes that no rule of an edit tells apart. For each content the set of classes that it matches, as bits.
/// Which
/// packets there are beside is of no interest: whatever holds for each class holds for each packet.
/// </summary>
internal sealed class PacketClasses
{
    private const int BitsPerWord = 64;

    private readonly ulong[][] _matched;
    private readonly bool[] _accepts;

    /// <param name="accepts">Of each content, whether it mirrors.</param>
    /// <param name="classes">
    /// Of each class, the contents that match it: bit i for content i. Different, and one without any bit for the rest.
    /// </param>
    public PacketClasses(bool[] accepts, IReadOnlyCollection<UInt128> classes)
    {
        _accepts = accepts;
        Count = classes.Count;
        Words = (Count + BitsPerWord - 1) / BitsPerWord;
        _matched = [.. accepts.Select(_ => new ulong[Words])];
        foreach (var (index, matching) in classes.Index())
            for (var rest = matching; rest != 0; rest &= rest - 1)
                _matched[(int)UInt128.TrailingZeroCount(rest)][index / BitsPerWord] |= 1UL << (index % BitsPerWord);
    }

    /// <summary>How many classes there are.</summary>
    public int Count { get; }

    /// <summary>Words of 64 bits in a set of classes.</summary>
    public int Words { get; }

    /// <summary>What a table decides: the first rule that matches a packet does.</summary>
    public RuleDecisions Decide(RuleTable table)
    {
        var (accepted, dropped) = (new ulong[Words], new ulong[Words]);
        foreach (var content in table.Contents)
        {
            var (matched, target) = (_matched[content], _accepts[content] ? accepted : dropped);
            for (var i = 0; i < Words; i++) target[i] |= matched[i] & ~(accepted[i] | dropped[i]);
        }

        return new RuleDecisions(accepted, dropped);
    }

    /// <summary>Whether each packet gets from a table what one of two others gives it.</summary>
    /// <param name="table">The table.</param>
    /// <param name="one">What the one decides.</param>
    /// <param name="other">What the other decides.</param>
    public bool IsBetween(RuleTable table, RuleDecisions one, RuleDecisions other)
    {
        for (var i = 0; i < Words; i++)
            if (Third(table, i, one, other) != 0) return false;
        return true;
    }

    /// <summary>Of one word, the packets that get a third decision.</summary>
    private ulong Third(RuleTable table, int word, RuleDecisions one, RuleDecisions other)
    {
        var (accepted, dropped) = (0UL, 0UL);
        foreach (var content in table.Contents)
        {
            var fresh = _matched[content][word] & ~(accepted | dropped);
            if (_accepts[content]) accepted |= fresh;
            else dropped |= fresh;
        }

        return (accepted & ~(one.Accepted[word] | other.Accepted[word]))
            | (dropped & ~(one.Dropped[word] | other.Dropped[word]))
            | (~(accepted | dropped) & one.Decided(word) & other.Decided(word));
    }
}
