using System.Globalization;

namespace VpcMirrorOperator.Output;

/// <summary>A plan for people. Pure.</summary>
internal static class PlanText
{
    /// <summary>Ids listed for each session and verb; the rest is counted. <c>-o json</c> has them all.</summary>
    private const int MaxListed = 10;

    /// <summary>The lines to print.</summary>
    /// <param name="report">The plan.</param>
    /// <param name="colour">Whether to colour what matters, as on a terminal.</param>
    public static IEnumerable<string> Render(PlanReport report, bool colour)
    {
        var (causes, ink) = (new SameCauses(), new Ink(colour));
        foreach (var item in report.Items)
            foreach (var line in Render(item, causes, ink))
                yield return line;
        yield return "";
        yield return Summary(report.Summary);
    }

    private static IEnumerable<string> Render(PlanItem item, SameCauses causes, Ink ink)
    {
        var name = $"{item.Namespace}/{item.Name}";
        yield return $"{ink.Strong(name)}  {item.RegionId}/{item.CloudId ?? "new"}  {Headline(item, ink)}";
        foreach (var change in item.Attributes ?? [])
            yield return item.Creates is true ? ink.Good(PlanCounts.Line(change, creates: true))
                : ink.Warning(PlanCounts.Line(change, creates: false));
        foreach (var line in List('+', item.Add)) yield return ink.Good(line);
        foreach (var line in List('-', item.Remove)) yield return ink.Bad(line);
        foreach (var line in item.Changes ?? []) yield return Paint(line, ink);
        if (item.RemovalsHeld is { } held) yield return ink.Warning($"  The removals are held: {held}");
        if (item.Decision is not ("Hold" or "Stall" or "Wait")) yield break;
        var place = item is { Compared: false, File: { } file } ? $"{new ManifestPlace(file, item.Line ?? 0)}: " : "";
        yield return $"  {place}{causes.Of(name, item.Reason, item.Message)}";
    }

    private static string Headline(PlanItem item, Ink ink)
    {
        if (!item.Compared) return ink.Bad("cannot be compared");
        if (item.Creates is true)
        {
            var parts = item.Changes is { } rules ? Counted.Of(rules.Count, "rule") : Counted.Of(item.Add.Count, "source");
            return $"to be created, with {parts}";
        }

        if (!item.HasChanges) return $"no change, {Counted.Of(item.Actual, item.Changes is null ? "source" : "rule")}";
        var counts = PlanCounts.Of(item.Attributes, item.Changes?.Count, item.Add.Count, item.Remove.Count, item.Hash);
        return item.Decision is "Hold" ? ink.Warning($"held: {counts}") : counts;
    }

    private static IEnumerable<string> List(char sign, IReadOnlyList<string> ids)
    {
        foreach (var id in ids.Take(MaxListed)) yield return $"  {sign} {id}";
        if (ids.Count > MaxListed) yield return string.Create(CultureInfo.InvariantCulture, $"  {sign} … and {ids.Count - MaxListed} more");
    }

    private static string Paint(string change, Ink ink) => change[0] switch
    {
        '+' => ink.Good("  " + change),
        '-' => ink.Bad("  " + change),
        _ => ink.Warning("  " + change),
    };

    private static string Summary(PlanSummary summary)
    {
        var failed = summary.NotCompared == 0 ? ""
            : string.Create(CultureInfo.InvariantCulture, $" {summary.NotCompared} cannot be compared.");
        if (summary.Changed == 0) return summary.NotCompared == 0 ? "No changes." : $"No changes in the others.{failed}";
        var rules = summary.RuleChanges is { } edits ? $"; {Counted.Of(edits, "rule")} to edit" : "";
        var verb = summary.Sessions == 1 ? "differs" : "differ";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{summary.Changed} of {Counted.Of(summary.Sessions, summary.RuleChanges is null ? "session" : "object")} {verb}: " +
            $"{Counted.Of(summary.ToAdd, "source")} to add, {summary.ToRemove} to remove{rules}.{failed}");
    }
}
