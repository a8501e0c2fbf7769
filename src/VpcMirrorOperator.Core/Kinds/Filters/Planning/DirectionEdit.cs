using System.Collections.Immutable;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Cloud;

namespace VpcMirrorOperator.Kinds.Filters.Planning;

/// <summary>What is declared and what is there in one direction that is managed, as the rule planner needs it.</summary>
internal sealed record DirectionEdit
{
    /// <summary>The direction.</summary>
    public required RuleDirection Direction { get; init; }

    /// <summary>The rules that are there; contents are indexes into <see cref="Contents"/>.</summary>
    public required RuleTable Table { get; init; }

    /// <summary>What the policy in force lets the rules become.</summary>
    public required RuleTable Target { get; init; }

    /// <summary>All contents that occur.</summary>
    public required IReadOnlyList<RuleContent> Contents { get; init; }

    /// <summary>The packets that they tell apart; null when they are too many.</summary>
    public required PacketClasses? Classes { get; init; }

    /// <summary>Numbers held by rules that are left alone.</summary>
    public required IReadOnlySet<int> Taken { get; init; }

    /// <summary>Declared numbers that a rule holds which may not be changed.</summary>
    public required ImmutableArray<int> Blocked { get; init; }

    /// <summary>What separates the rules that are there from the target.</summary>
    public required ImmutableArray<RuleChange> Changes { get; init; }

    /// <summary>Compares one direction.</summary>
    /// <param name="direction">The direction.</param>
    /// <param name="declared">Its declared rules, well formed, with different numbers.</param>
    /// <param name="observed">Its rules in the cloud.</param>
    /// <param name="policy">The policy in force.</param>
    public static DirectionEdit Of(
        RuleDirection direction, IReadOnlyList<RuleSpec> declared, IReadOnlyList<ObservedRule> observed, ManagementPolicy policy)
    {
        var contents = new List<RuleContent>();
        var table = TableOf(contents, observed.Where(rule => rule.Content is not null).Select(rule =>
            (rule.Priority, rule.Content!.Value)));
        var wanted = TableOf(contents, declared.Select(rule => (rule.Priority, rule.Content())));
        var taken = observed.Where(rule => rule.Content is null).Select(rule => rule.Priority).ToHashSet();
        var addOnly = policy == ManagementPolicy.AddOnly;
        var target = addOnly ? Added(table, wanted, taken) : wanted;
        return new DirectionEdit
        {
            Direction = direction,
            Table = table,
            Target = target,
            Contents = contents,
            Classes = table.IsSame(target) ? null : PacketClassBuilder.Build(contents),
            Taken = taken,
            Blocked = [.. wanted.Numbers.ToArray().Where(number =>
                taken.Contains(number) || (addOnly && table.Has(number) && table.At(number) != wanted.At(number)))],
            Changes = Compare(direction, table, target, contents),
        };
    }

    /// <summary>The edit within a number of rules.</summary>
    public RuleEdit Within(int room) => new(Target, Classes, room, FilterLimits.MaxPriority, Taken);

    /// <summary>Whether these rules may be the next state: what one step of the edit comes to, or what keeps its conditions.</summary>
    /// <param name="rules">The rules of the direction after a write.</param>
    /// <param name="room">The most rules that the direction may have.</param>
    public bool Allows(IReadOnlyList<ObservedRule> rules, int room)
    {
        var known = Contents.ToList();
        var ours = rules.Where(rule => rule.Content is not null).ToList();
        if (ours.Exists(rule => !known.Contains(rule.Content!.Value)) || ours.DistinctBy(rule =>
            rule.Priority).Count() != ours.Count) return false;
        var after = TableOf(known, ours.Select(rule => (rule.Priority, rule.Content!.Value)));
        var edit = Within(room);
        if (edit.IsSafe(Table, edit.Decide(Table), after)) return true;
        return RulePlanner.Next(edit, Table) is var (step, _) && edit.After(Table, step) is { } next && next.IsSame(after);
    }

    private static RuleTable TableOf(List<RuleContent> contents, IEnumerable<(int Number, RuleContent Content)> rules) =>
        RuleTable.Of(rules.Select(rule => KeyValuePair.Create(rule.Number, IndexOf(contents, rule.Content))));

    private static int IndexOf(List<RuleContent> contents, RuleContent content)
    {
        var index = contents.IndexOf(content);
        if (index >= 0) return index;
        contents.Add(content);
        return contents.Count - 1;
    }

    /// <summary>Adding only: what is there stays as it is.</summary>
    private static RuleTable Added(RuleTable table, RuleTable wanted, HashSet<int> taken)
    {
        foreach (var number in wanted.Numbers)
            if (!table.Has(number) && !taken.Contains(number)) table = table.With(number, wanted.At(number));
        return table;
    }

    private static ImmutableArray<RuleChange> Compare(RuleDirection direction, RuleTable table, RuleTable target,
        List<RuleContent> contents)
    {
        RuleContent? At(RuleTable rules, int number) => rules.At(number) is var index && index >= 0 ? contents[index] : null;
        return
        [
            .. table.Numbers.ToArray().Union(target.Numbers.ToArray()).Order().Where(number => table.At(number) != target.At(number))
                .Select(number => new RuleChange(direction, number, At(table, number), At(target, number))),
        ];
    }
}
