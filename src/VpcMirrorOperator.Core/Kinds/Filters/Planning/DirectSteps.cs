namespace VpcMirrorOperator.Kinds.Filters.Planning;

/// <summary>Calls after which one more rule is right or, when all are, one less is too many.</summary>
internal static class DirectSteps
{
    /// <summary>The first that keeps both conditions; null when none does.</summary>
    public static RuleStep? First(RuleEdit edit, RuleTable table, RuleDecisions? decisions)
    {
        foreach (var step in Of(edit, table))
            if (edit.Fits(table, decisions, step)) return step;
        return null;
    }

    /// <summary>Whether one that is no deletion does.</summary>
    public static bool Any(RuleEdit edit, RuleTable table, RuleDecisions? decisions)
    {
        foreach (var step in Of(edit, table))
            if (step is not RuleStep.Delete && edit.Fits(table, decisions, step)) return true;
        return false;
    }

    private static IEnumerable<RuleStep> Of(RuleEdit edit, RuleTable table)
    {
        var (needs, extras) = (edit.Needs(table), edit.Extras(table));
        // A move.
        foreach (var number in needs.Where(number => !table.Has(number)))
            foreach (var from in extras.Where(from => table.At(from) == edit.Declared.At(number)))
                yield return new RuleStep.Update(from, number, edit.Declared.At(number));
        // In place.
        foreach (var number in needs.Where(table.Has)) yield return new RuleStep.Update(number, number, edit.Declared.At(number));
        foreach (var number in needs.Where(number => !table.Has(number)))
            yield return new RuleStep.Create(number, edit.Declared.At(number));
        // A rule that is not wanted is re-used.
        foreach (var number in needs.Where(number => !table.Has(number)))
            foreach (var from in extras.Where(from => !edit.Declared.HasContent(table.At(from))))
                yield return new RuleStep.Update(from, number, edit.Declared.At(number));
        if (!needs.IsEmpty) yield break;
        foreach (var number in extras.Reverse()) yield return new RuleStep.Delete([number]);
    }
}
