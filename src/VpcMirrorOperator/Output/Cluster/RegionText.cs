using System.Globalization;

namespace VpcMirrorOperator.Output.Cluster;

/// <summary>The sessions of a region for people. Pure.</summary>
internal static class RegionText
{
    private static readonly string[] Headers = ["SESSION", "NAME", "STATUS", "ENABLED", "SOURCES", "TARGET", "FILTER"];

    /// <summary>The lines to print.</summary>
    public static IEnumerable<string> Render(RegionReport report)
    {
        if (report.Items.Count == 0) return [$"{report.RegionId} has no traffic mirror session."];
        return report.Items.All(item => item.Declared is null)
            ? PlainTable.Render(Headers, report.Items.Select(Row))
            : PlainTable.Render([.. Headers, "DECLARED"], report.Items.Select(item => (string[])[.. Row(item), YesOrNo(item.Declared)]));
    }

    private static string[] Row(RegionItem item) =>
    [
        item.TrafficMirrorSessionId, Text(item.Name), Text(item.Status), YesOrNo(item.Enabled),
        item.Sources?.ToString(CultureInfo.InvariantCulture) ?? "?", Text(item.TargetId), Text(item.FilterId),
    ];

    private static string Text(string? text) => string.IsNullOrEmpty(text) ? "-" : text;

    private static string YesOrNo(bool? value) => value switch { true => "yes", false => "no", null => "?" };
}
