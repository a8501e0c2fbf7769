using System.Globalization;

namespace VpcMirrorOperator.Output.Cluster;

/// <summary>The whole plan of an object for people: every id. Pure.</summary>
internal static class DiffText
{
    /// <summary>The lines to print.</summary>
    public static IEnumerable<string> Render(DiffItem item)
    {
        yield return $"{item.Namespace}/{item.Name}  {item.RegionId}/{item.TrafficMirrorSessionId}  {Headline(item)}";
        foreach (var id in item.Add) yield return $"  + {id}";
        foreach (var id in item.Remove) yield return $"  - {id}";
        if (item.HasChanges && !item.Complete) yield return Cut(item);
        if (item.Held || !item.Compared) yield return $"  {item.Reason}: {item.Message}";
        if (item.Source == "status") yield return Seen(item);
    }

    private static string Headline(DiffItem item)
    {
        if (!item.Compared) return "cannot be compared";
        if (!item.HasChanges) return string.Create(CultureInfo.InvariantCulture, $"no change, {item.Actual} sources");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{(item.Held ? "held: " : "")}{item.ToAdd} to add, {item.ToRemove} to remove, plan {item.Hash}");
    }

    private static string Cut(DiffItem item) => string.Create(
        CultureInfo.InvariantCulture,
        $"  The status is cut: it names {item.Add.Count} of {item.ToAdd} to add and {item.Remove.Count} of {item.ToRemove} to remove. " +
        $"With cloud credentials, this command shows all.");

    private static string Seen(DiffItem item) => item.ObservedTime is { } seen
        ? string.Create(CultureInfo.InvariantCulture, $"  As the operator saw it at {seen.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC, or later.")
        : "  The operator has not observed the session yet.";
}
