using System.Collections.Immutable;
using VpcMirrorOperator.Api.TrafficMirrorFilters;

namespace VpcMirrorOperator.Kinds.Filters.Planning;

/// <summary>
/// Several rules in one call, where any order in which they may land keeps both conditions: each set of those that have landed is a state
/// in
/// which packets pass.
/// </summary>
internal static class RuleBatch
{
    /// <summary>The same call, with further rules.</summary>
    public static RuleStep Extend(RuleEdit edit, RuleTable table, RuleDecisions decisions, RuleStep step) => step switch
    {
        RuleStep.Create { Rules: [var first] } when edit.Declared.At(first.Key) == first.Value => Creates(edit, table, decisions, first),
        RuleStep.Delete { Numbers: [var first] } when edit.Needs(table).IsEmpty => Deletes(edit, table, decisions, first),
        _ => step,
    };

    private static RuleStep.Create Creates(RuleEdit edit, RuleTable table, RuleDecisions decisions, KeyValuePair<int, int> first)
    {
        var chosen = ImmutableArray.Create(first);
        var states = new List<RuleTable> { table, table.With(first.Key, first.Value) };
        foreach (var number in edit.Needs(table))
        {
            if (chosen.Length == FilterLimits.MaxRulesPerCall || table.Count + chosen.Length >= edit.Room) break;
            // What is there at another number moves; it is not made a second time.
            var content = edit.Declared.At(number);
            if (number == first.Key || table.Has(number) || edit.Taken.Contains(number) || table.HasContent(content)) continue;
            if (With(edit, table, decisions, states, state => state.With(number, content)))
                chosen = chosen.Add(KeyValuePair.Create(number, content));
        }

        return new RuleStep.Create(chosen);
    }

    private static RuleStep.Delete Deletes(RuleEdit edit, RuleTable table, RuleDecisions decisions, int first)
    {
        var chosen = ImmutableArray.Create(first);
        var states = new List<RuleTable> { table, table.Without(first) };
        foreach (var number in edit.Extras(table).Reverse())
        {
            if (chosen.Length == FilterLimits.MaxRulesPerCall) break;
            if (number != first && With(edit, table, decisions, states, state => state.Without(number))) chosen = chosen.Add(number);
        }

        return new RuleStep.Delete(chosen);
    }

    /// <summary>Adds one more landing to all states, when each of the new ones keeps both conditions.</summary>
    private static bool With(
        RuleEdit edit, RuleTable table, RuleDecisions decisions, List<RuleTable> states, Func<RuleTable, RuleTable> land)
    {
        List<RuleTable> more = [.. states.Select(land)];
        if (!more.TrueForAll(state => edit.IsSafe(table, decisions, state))) return false;
        states.AddRange(more);
        return true;
    }
}
