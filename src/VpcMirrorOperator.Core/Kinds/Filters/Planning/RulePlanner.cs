namespace VpcMirrorOperator.Kinds.Filters.Planning;

/// <summary>
/// Plans the next call of an edit of one direction's rules (rule S14), anew from the list each time: nothing is remembered, so any mixed
/// state is a state to go on from. Pure.
/// </summary>
internal static class RulePlanner
{
    /// <summary>The next call; null when the rules are as declared, or nothing can be done without room.</summary>
    /// <param name="edit">What is to be reached, and within which limits.</param>
    /// <param name="table">The rules as they are.</param>
    public static (RuleStep Step, RuleCaveat Caveat)? Next(RuleEdit edit, RuleTable table)
    {
        if (table.IsSame(edit.Declared)) return null;
        var decisions = edit.Decide(table);
        if (decisions is null) return LastResort.Next(edit, table);
        var step = BuildBelow.GoOn(edit, table, decisions)
            ?? DirectSteps.First(edit, table, decisions)
            ?? Detours.First(edit, table, decisions)
            ?? MakeRoom(edit, table, decisions)
            ?? BuildBelow.Next(edit, table, decisions);
        if (step is not null) return (RuleBatch.Extend(edit, table, decisions, step), RuleCaveat.None);
        return LastResort.Next(edit, table);
    }

    /// <summary>Deletes a rule that is not wanted, or is there twice, from the end.</summary>
    private static RuleStep.Delete? MakeRoom(RuleEdit edit, RuleTable table, RuleDecisions decisions)
    {
        var extras = edit.Extras(table);
        for (var i = extras.Length - 1; i >= 0; i--)
        {
            var content = table.At(extras[i]);
            var step = new RuleStep.Delete([extras[i]]);
            if ((!edit.Declared.HasContent(content) || table.CountOf(content) > 1) && edit.Fits(table, decisions, step)) return step;
        }

        return null;
    }
}
