using System.Globalization;

namespace VpcMirrorOperator.Output.Cluster;

/// <summary>The whole plan of an object for people: every attribute, id and rule, as in a plan. Pure.</summary>
internal static class DiffText
{
    /// <summary>The lines to print.</summary>
    public static IEnumerable<string> Render(DiffItem item)
    {
        yield return $"{item.Namespace}/{item.Name}  {item.RegionId}/{item.CloudId ?? "new"}  {Headline(item)}";
        foreach (var change in item.Attributes ?? []) yield return PlanCounts.Line(change, item.Creates is true);
        foreach (var id in item.Add) yield return $"  + {id}";
        foreach (var id in item.Remove) yield return $"  - {id}";
        foreach (var rule in item.Changes ?? []) yield return $"  {rule}";
        if (item.HasChanges && !item.Complete) yield return Cut(item);
        if (item.Held || !item.Compared || item is { CloudId: null, Creates: null }) yield return $"  {item.Reason}: {item.Message}";
        if (item.Source == "status") yield return Seen(item);
    }

    private static string Headline(DiffItem item)
    {
        if (!item.Compared) return "cannot be compared";
        if (item.Creates is true) return $"to be created, with {Extent(item, item.ToAdd)}";
        if (!item.HasChanges) return $"no change, {Extent(item, item.Actual)}";
        var counts = PlanCounts.Of(item.Attributes, item.RulesToEdit, item.ToAdd, item.ToRemove, item.Hash);
        return item.Held ? $"held: {counts}" : counts;
    }

    private static string Extent(DiffItem item, int count) => Counted.Of(count, item.Changes is null ? "source" : "rule");

    private static string Cut(DiffItem item) => string.Create(
        CultureInfo.InvariantCulture,
        $"  The status is cut: it names {Named(item)}. With cloud credentials, this command shows all.");

    private static string Named(DiffItem item) => item is { Changes: { } rules, RulesToEdit: var all }
        ? string.Create(CultureInfo.InvariantCulture, $"{rules.Count} of {all} rules to edit")
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{item.Add.Count} of {item.ToAdd} to add and {item.Remove.Count} of {item.ToRemove} to remove");

    private static string Seen(DiffItem item) => item.ObservedTime is { } seen
        ? string.Create(CultureInfo.InvariantCulture, $"  As the operator saw it at {seen.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC, or later.")
        : $"  The operator has not observed the {(item.Changes is null ? "session" : "filter")} yet.";
}
