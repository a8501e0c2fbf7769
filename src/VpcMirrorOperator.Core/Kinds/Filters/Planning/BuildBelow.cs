namespace VpcMirrorOperator.Kinds.Filters.Planning;

/// <summary>
/// Where no single call will do: the whole declared list is built behind the present one, first rule first; then the old rules go from the
/// end, and the new ones move to their numbers. Begun only with room for all. Once begun it goes first; that it was begun is seen in the
/// list.
/// </summary>
internal static class BuildBelow
{
    /// <summary>The next call of a build that is under way; null when none is.</summary>
    public static RuleStep? GoOn(RuleEdit edit, RuleTable table, RuleDecisions decisions) =>
        Built(edit, table) > 0 ? Next(edit, table, decisions) : null;

    /// <summary>The next call of a build; null when there is no room, or none that fits.</summary>
    public static RuleStep? Next(RuleEdit edit, RuleTable table, RuleDecisions decisions)
    {
        var built = Built(edit, table);
        if (built < edit.Declared.Count) return Add(edit, table, decisions, built);
        var old = table.Count - built;
        if (old > 0)
        {
            var step = new RuleStep.Delete([table.Numbers[old - 1]]);
            if (edit.Fits(table, decisions, step)) return step;
        }

        for (var i = 0; i < built; i++)
        {
            var (to, from) = (edit.Declared.Numbers[i], table.Numbers[old + i]);
            var step = new RuleStep.Update(from, to, table.At(from));
            if (from != to && !table.Has(to) && edit.Fits(table, decisions, step)) return step;
        }

        return null;
    }

    private static RuleStep.Create? Add(RuleEdit edit, RuleTable table, RuleDecisions decisions, int built)
    {
        var (missing, last) = (edit.Declared.Count - built, SpareNumbers.Used(edit, table).Max);
        if (table.Count + missing > edit.Room || last > edit.Top - missing) return null;
        var step = new RuleStep.Create(last + 1, edit.Declared.Contents[built]);
        return edit.Fits(table, decisions, step) ? step : null;
    }

    /// <summary>How many of the declared rules, in order, lie at numbers behind the declared ones, below everything else.</summary>
    private static int Built(RuleEdit edit, RuleTable table)
    {
        var highest = edit.Declared.Count == 0 ? 0 : edit.Declared.Numbers[^1];
        var behind = 0;
        while (behind < table.Count && table.Numbers[table.Count - 1 - behind] > highest) behind++;
        for (var built = Math.Min(behind, edit.Declared.Count); built > 0; built--)
            if (table.Contents[(table.Count - built)..].SequenceEqual(edit.Declared.Contents[..built])) return built;
        return 0;
    }
}
