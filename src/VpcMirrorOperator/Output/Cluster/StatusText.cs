using System.Globalization;
using VpcMirrorOperator.Api.TrafficMirrorFilters;

namespace VpcMirrorOperator.Output.Cluster;

/// <summary>The objects of a cluster for people: a table of sessions and one of filters. Pure.</summary>
internal static class StatusText
{
    private static readonly string[] Sessions = ["NAME", "READY", "REASON", "COVERAGE", "PENDING", "SESSION", "OBSERVED", "MESSAGE"];
    private static readonly string[] Filters = ["NAME", "READY", "REASON", "RULES", "PENDING", "FILTER", "OBSERVED", "MESSAGE"];

    /// <summary>The lines to print.</summary>
    /// <param name="report">The objects.</param>
    /// <param name="namespaces">Whether to show the namespaces.</param>
    /// <param name="now">The time, for ages.</param>
    public static IEnumerable<string> Render(StatusReport report, bool namespaces, DateTimeOffset now)
    {
        if (report.Items.Count == 0) return ["No TrafficMirrorSession and no TrafficMirrorFilter found."];
        var kinds = report.Items.ToLookup(IsFilter);
        var tables = new[] { Table([.. kinds[false]], Sessions, namespaces, now), Table([.. kinds[true]], Filters, namespaces, now) };
        return tables.Where(table => table.Any()).Aggregate((sessions, filters) => [.. sessions, "", .. filters]);
    }

    private static bool IsFilter(StatusItem item) => item.Kind == TrafficMirrorFilter.KindName;

    private static IEnumerable<string> Table(IReadOnlyList<StatusItem> items, string[] headers, bool namespaces, DateTimeOffset now)
    {
        if (items.Count == 0) return [];
        var rows = items.Select(item => Row(item, now));
        return namespaces
            ? PlainTable.Render(["NAMESPACE", .. headers], items.Zip(rows, (item, row) => (string[])[item.Namespace, .. row]))
            : PlainTable.Render(headers, rows);
    }

    private static string[] Row(StatusItem item, DateTimeOffset now) =>
    [
        // As the other commands take it.
        IsFilter(item) ? $"tmf/{item.Name}" : item.Name, item.Ready, item.Reason, Extent(item), item.Pending ?? "-",
        $"{item.RegionId}/{item.CloudId ?? "-"}", item.LastObservedTime is { } seen ? Age.Of(now - seen) : "-",
        $"{(item.Suspended ? "(suspended) " : "")}{(IsOld(item) ? "(of an older spec) " : "")}{item.Message}",
    ];

    private static string Extent(StatusItem item) => item switch
    {
        { Coverage: { } percent } => string.Create(CultureInfo.InvariantCulture, $"{percent}%"),
        { Rules: { } rules } => rules.ToString(CultureInfo.InvariantCulture),
        _ => "-",
    };

    private static bool IsOld(StatusItem item) => !item.Current && item.Reason != "Pending";
}
