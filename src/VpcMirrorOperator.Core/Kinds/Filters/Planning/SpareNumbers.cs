namespace VpcMirrorOperator.Kinds.Filters.Planning;

/// <summary>Numbers that neither the rules that are there nor the declared ones use.</summary>
internal static class SpareNumbers
{
    /// <summary>All that are used.</summary>
    public static SortedSet<int> Used(RuleEdit edit, RuleTable table)
    {
        var used = new SortedSet<int>(edit.Taken);
        foreach (var number in table.Numbers) used.Add(number);
        foreach (var number in edit.Declared.Numbers) used.Add(number);
        return used;
    }

    /// <summary>Those next to a used one: one of each gap between two rules is enough.</summary>
    public static IReadOnlyList<int> Beside(SortedSet<int> used, int top) =>
        [.. used.SelectMany(number => new[] { number - 1, number + 1 })
            .Where(number => number > 0 && number <= top && !used.Contains(number)).Distinct().Order()];

    /// <summary>The lowest; null when there is none.</summary>
    public static int? Lowest(SortedSet<int> used, int top)
    {
        var candidate = 1;
        foreach (var number in used)
        {
            if (number > candidate) break;
            candidate = number + 1;
        }

        return candidate <= top ? candidate : null;
    }
}
