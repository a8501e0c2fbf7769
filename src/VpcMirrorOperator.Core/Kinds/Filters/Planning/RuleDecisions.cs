namespace VpcMirrorOperator.Kinds.Filters.Planning;

/// <summary>What a table of rules decides for each class of packets; what it does not decide goes to the next session.</summary>
/// <param name="Accepted">The classes that are mirrored, as bits.</param>
/// <param name="Dropped">The classes that are dropped, as bits.</param>
internal sealed record RuleDecisions(ulong[] Accepted, ulong[] Dropped)
{
    /// <summary>Whether nothing at all is mirrored.</summary>
    public bool AcceptNothing => Array.TrueForAll(Accepted, word => word == 0);

    /// <summary>The classes of a word that are decided.</summary>
    public ulong Decided(int word) => Accepted[word] | Dropped[word];
}
