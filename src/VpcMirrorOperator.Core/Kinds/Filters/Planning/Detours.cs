namespace VpcMirrorOperator.Kinds.Filters.Planning;

/// <summary>A call that puts nothing right, but makes one possible that does: a misplaced rule moves to a spare number, or is copied
/// behind all others.</summary>
internal static class Detours
{
    /// <summary>The first that keeps both conditions and makes such a call possible; null when none does.</summary>
    public static RuleStep? First(RuleEdit edit, RuleTable table, RuleDecisions decisions)
    {
        foreach (var step in Of(edit, table))
            if (edit.After(table, step) is { } after && edit.IsSafe(table, decisions, after)
                && DirectSteps.Any(edit, after, edit.Decide(after)))
                return step;
        return null;
    }

    private static IEnumerable<RuleStep> Of(RuleEdit edit, RuleTable table)
    {
        var used = SpareNumbers.Used(edit, table);
        var misplaced = edit.Extras(table).Where(from => edit.Declared.HasContent(table.At(from))).ToList();
        var gaps = SpareNumbers.Beside(used, edit.Top);
        foreach (var from in misplaced)
            foreach (var gap in gaps) yield return new RuleStep.Update(from, gap, table.At(from));
        if (used.Max >= edit.Top) yield break;
        foreach (var from in misplaced) yield return new RuleStep.Create(used.Max + 1, table.At(from));
    }
}
