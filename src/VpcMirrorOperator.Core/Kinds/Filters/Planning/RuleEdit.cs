using System.Collections.Immutable;

namespace VpcMirrorOperator.Kinds.Filters.Planning;

/// <summary>
/// The edit of the rules of one direction, from what is there to what is declared, with the two conditions that each call must keep (rule
/// S14): no wanted rule that is there goes missing, and every packet keeps its decision or gets the declared one.
/// </summary>
internal sealed class RuleEdit
{
    private readonly PacketClasses? _classes;
    private readonly RuleDecisions? _declaredDecisions;

    /// <param name="declared">The rules as declared.</param>
    /// <param name="classes">The packets that the contents tell apart; null when they are too many.</param>
    /// <param name="room">The most rules that this direction may have.</param>
    /// <param name="top">The highest number.</param>
    /// <param name="taken">Numbers held by rules that are no part of the edit.</param>
    public RuleEdit(RuleTable declared, PacketClasses? classes, int room, int top, IReadOnlySet<int> taken)
    {
        (Declared, _classes, Room, Top, Taken) = (declared, classes, room, top, taken);
        _declaredDecisions = classes?.Decide(declared);
    }

    /// <summary>The rules as declared.</summary>
    public RuleTable Declared { get; }

    /// <summary>The most rules that this direction may have.</summary>
    public int Room { get; }

    /// <summary>The highest number.</summary>
    public int Top { get; }

    /// <summary>Numbers held by rules that are no part of the edit.</summary>
    public IReadOnlySet<int> Taken { get; }

    /// <summary>What a table decides; null when there are too many packets to tell apart.</summary>
    public RuleDecisions? Decide(RuleTable table) => _classes?.Decide(table);

    /// <summary>The table after a call; null when the cloud would refuse it.</summary>
    public RuleTable? After(RuleTable table, RuleStep step) => step.ApplyTo(table, Room, Taken);

    /// <summary>Whether a call keeps both conditions.</summary>
    /// <param name="table">The rules before it.</param>
    /// <param name="decisions">What they decide.</param>
    /// <param name="step">The call.</param>
    public bool Fits(RuleTable table, RuleDecisions? decisions, RuleStep step) =>
        After(table, step) is { } after && IsSafe(table, decisions, after);

    /// <summary>Whether one table may follow another.</summary>
    public bool IsSafe(RuleTable table, RuleDecisions? decisions, RuleTable after) =>
        !Loses(table, after)
        && _classes is not null && decisions is not null && _classes.IsBetween(after, decisions, _declaredDecisions!);

    /// <summary>Whether a wanted rule that is there would be nowhere.</summary>
    public bool Loses(RuleTable table, RuleTable after)
    {
        foreach (var content in table.Contents)
            if (Declared.HasContent(content) && !after.HasContent(content)) return true;
        return false;
    }

    /// <summary>The declared numbers at which the declared rule is not.</summary>
    public ImmutableArray<int> Needs(RuleTable table)
    {
        var numbers = ImmutableArray.CreateBuilder<int>();
        foreach (var number in Declared.Numbers)
            if (table.At(number) != Declared.At(number)) numbers.Add(number);
        return numbers.ToImmutable();
    }

    /// <summary>The numbers at which something else than the declared rule is.</summary>
    public ImmutableArray<int> Extras(RuleTable table)
    {
        var numbers = ImmutableArray.CreateBuilder<int>();
        foreach (var number in table.Numbers)
            if (table.At(number) != Declared.At(number)) numbers.Add(number);
        return numbers.ToImmutable();
    }
}
