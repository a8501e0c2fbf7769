namespace VpcMirrorOperator.Kinds.Filters.Planning;

/// <summary>
/// No room for anything better: only that no wanted rule goes missing, as long as a number is spare; and what is not kept is told.
/// </summary>
internal static class LastResort
{
    /// <summary>The next call; null when nothing can be done without more room.</summary>
    public static (RuleStep Step, RuleCaveat Caveat)? Next(RuleEdit edit, RuleTable table) =>
        (RuleStep?)PutRight(edit, table) is { } step ? (step, RuleCaveat.OrderDiffers)
        : StepAside(edit, table) is { } aside ? aside
        : Surplus(edit, table) is [var last, ..] ? (new RuleStep.Delete([last]), RuleCaveat.OrderDiffers)
        : null;

    /// <summary>Moves a rule to its place, or makes it there, of a surplus one if there is one.</summary>
    private static RuleStep? PutRight(RuleEdit edit, RuleTable table)
    {
        var surplus = Surplus(edit, table);
        foreach (var number in edit.Needs(table))
        {
            var wanted = edit.Declared.At(number);
            var from = edit.Extras(table).FirstOrDefault(extra => table.At(extra) == wanted, -1);
            if (!table.Has(number))
            {
                if (from >= 0) return new RuleStep.Update(from, number, wanted);
                if (surplus is [var first, ..]) return new RuleStep.Update(first, number, wanted);
                if (table.Count < edit.Room) return new RuleStep.Create(number, wanted);
            }
            else if (from < 0 && surplus.Contains(number)) return new RuleStep.Update(number, number, wanted);
        }

        return null;
    }

    /// <summary>Moves a wanted rule out of another's place; without a spare number, it is overwritten and made again later.</summary>
    private static (RuleStep Step, RuleCaveat Caveat)? StepAside(RuleEdit edit, RuleTable table)
    {
        foreach (var number in edit.Needs(table))
        {
            if (!table.Has(number)) continue;
            var spare = SpareNumbers.Lowest(SpareNumbers.Used(edit, table), edit.Top);
            return spare is { } free
                ? (new RuleStep.Update(number, free, table.At(number)), RuleCaveat.OrderDiffers)
                : (new RuleStep.Update(number, number, edit.Declared.At(number)), RuleCaveat.Gap);
        }

        return null;
    }

    /// <summary>Misplaced rules that are not wanted, or more often there than wanted.</summary>
    private static List<int> Surplus(RuleEdit edit, RuleTable table) =>
        [.. edit.Extras(table).Where(extra => table.CountOf(table.At(extra)) > edit.Declared.CountOf(table.At(extra)))];
}
