using System.Globalization;

namespace VpcMirrorOperator.Output;

/// <summary>A plan for people. Pure.</summary>
internal static class PlanText
{
    /// <summary>Ids listed for each session and verb; the rest is counted. <c>-o json</c> has them all.</summary>
    private const int MaxListed = 10;

    /// <summary>The lines to print.</summary>
    /// <param name="report">The plan.</param>
    public static IEnumerable<string> Render(PlanReport report)
    {
        foreach (var item in report.Items)
            foreach (var line in Render(item))
                yield return line;
        yield return "";
        yield return Summary(report.Summary);
    }

    private static IEnumerable<string> Render(PlanItem item)
    {
        yield return $"{item.Namespace}/{item.Name}  {item.RegionId}/{item.TrafficMirrorSessionId}  {Headline(item)}";
        foreach (var line in List('+', item.Add).Concat(List('-', item.Remove))) yield return line;
        if (item.Decision is "Hold" or "Stall" or "Wait") yield return $"  {item.Reason}: {item.Message}";
    }

    private static string Headline(PlanItem item)
    {
        if (!item.Compared) return "cannot be compared";
        if (!item.HasChanges) return string.Create(CultureInfo.InvariantCulture, $"no change, {item.Actual} sources");
        var held = item.Decision is "Hold" ? "held: " : "";
        return string.Create(
            CultureInfo.InvariantCulture, $"{held}{item.Add.Count} to add, {item.Remove.Count} to remove, plan {item.Hash}");
    }

    private static IEnumerable<string> List(char sign, IReadOnlyList<string> ids)
    {
        foreach (var id in ids.Take(MaxListed)) yield return $"  {sign} {id}";
        if (ids.Count > MaxListed) yield return string.Create(CultureInfo.InvariantCulture, $"  {sign} … and {ids.Count - MaxListed} more");
    }

    private static string Summary(PlanSummary summary)
    {
        var failed = summary.NotCompared == 0 ? ""
            : string.Create(CultureInfo.InvariantCulture, $" {summary.NotCompared} cannot be compared.");
        return summary.Changed == 0
            ? $"No changes.{failed}"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{summary.Changed} of {summary.Sessions} sessions differ: {summary.ToAdd} sources to add, {summary.ToRemove} to " +
                $"remove.{failed}");
    }
}
