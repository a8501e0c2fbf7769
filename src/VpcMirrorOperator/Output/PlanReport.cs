using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Output;

/// <summary>The result of <c>plan</c>: the document of <c>-o json</c> and <c>-o yaml</c>. Fields are only ever added.</summary>
/// <param name="Items">One entry for each declared session, by kind, namespace and name; what others refer to comes first.</param>
/// <param name="Summary">Totals.</param>
internal sealed record PlanReport(IReadOnlyList<PlanItem> Items, PlanSummary Summary)
{
    /// <summary>Counts the items.</summary>
    /// <param name="items">The compared sessions.</param>
    public static PlanReport Of(IEnumerable<PlanItem> items)
    {
        PlanItem[] sorted = [.. items.OrderBy(i => i.Kind, StringComparer.Ordinal).ThenBy(i => new ObjectKey(i.Namespace, i.Name))];
        var summary = new PlanSummary(
            sorted.Length, sorted.Count(i => i.HasChanges), sorted.Count(i => !i.Compared), sorted.Sum(i => i.Add.Count),
            sorted.Sum(i => i.Remove.Count), sorted.Count(i => i.IsHeld))
        {
            RuleChanges = sorted.All(i => i.Changes is null) ? null : sorted.Sum(i => i.Changes?.Count ?? 0),
        };
        return new PlanReport(sorted, summary);
    }
}

/// <summary>Totals of a plan.</summary>
/// <param name="Sessions">Declared sessions.</param>
/// <param name="Changed">Sessions that differ.</param>
/// <param name="NotCompared">Sessions that could not be compared, for example because the cloud does not list them.</param>
/// <param name="ToAdd">Sources to add.</param>
/// <param name="ToRemove">Sources to remove.</param>
/// <param name="Held">Sessions that differ and wait for a person: a guard, <c>suspend</c> or <c>Observe</c>.</param>
internal sealed record PlanSummary(int Sessions, int Changed, int NotCompared, int ToAdd, int ToRemove, int Held)
{
    /// <summary>Rules to add, change and remove; null where no filter is declared.</summary>
    public int? RuleChanges { get; init; }
}
