using System.Globalization;

namespace VpcMirrorOperator.Output.Cluster;

/// <summary>The objects of a cluster for people. Pure.</summary>
internal static class StatusText
{
    private static readonly string[] Headers = ["NAME", "READY", "REASON", "COVERAGE", "PENDING", "SESSION", "OBSERVED", "MESSAGE"];

    /// <summary>The lines to print.</summary>
    /// <param name="report">The objects.</param>
    /// <param name="namespaces">Whether to show the namespaces.</param>
    /// <param name="now">The time, for ages.</param>
    public static IEnumerable<string> Render(StatusReport report, bool namespaces, DateTimeOffset now)
    {
        if (report.Items.Count == 0) return ["No TrafficMirrorSession found."];
        var rows = report.Items.Select(item => Row(item, now));
        return namespaces
            ? PlainTable.Render(["NAMESPACE", .. Headers], report.Items.Zip(rows, (item, row) => (string[])[item.Namespace, .. row]))
            : PlainTable.Render(Headers, rows);
    }

    private static string[] Row(StatusItem item, DateTimeOffset now) =>
    [
        item.Name, item.Ready, item.Reason,
        item.Coverage is { } percent ? string.Create(CultureInfo.InvariantCulture, $"{percent}%") : "-",
        item.Pending ?? "-",
        $"{item.RegionId}/{item.TrafficMirrorSessionId}",
        item.LastObservedTime is { } seen ? Age.Of(now - seen) : "-",
        $"{(item.Suspended ? "(suspended) " : "")}{(IsOld(item) ? "(of an older spec) " : "")}{item.Message}",
    ];

    private static bool IsOld(StatusItem item) => !item.Current && item.Reason != "Pending";
}
