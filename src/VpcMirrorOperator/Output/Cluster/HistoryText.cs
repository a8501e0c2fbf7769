using System.Globalization;

namespace VpcMirrorOperator.Output.Cluster;

/// <summary>What happened to an object, for people. Pure.</summary>
internal static class HistoryText
{
    /// <summary>The lines to print.</summary>
    /// <param name="report">The history.</param>
    /// <param name="now">The time, for ages.</param>
    public static IEnumerable<string> Render(HistoryReport report, DateTimeOffset now) =>
    [
        .. report.Events.Count == 0
            ? [$"{report.Namespace}/{report.Name}: no events. API servers keep them for an hour unless told otherwise."]
            : PlainTable.Render(["LAST", "TYPE", "REASON", "MESSAGE"], report.Events.Select(e => Row(e, now))),
        .. report.Writes.Count == 0
            ? []
            : PlainTable.Render(
                ["WRITE", "VERB", report.Writes[0].Rules is null ? "SOURCES" : "RULES", "RESULT", "REQUEST"],
                report.Writes.Select(w => Row(w, now))).Prepend(""),
    ];

    private static string[] Row(HistoryWrite write, DateTimeOffset now) =>
    [
        Age.Of(now - write.Time), write.Verb.ToString(), (write.Sources ?? write.Rules)?.ToString(CultureInfo.InvariantCulture) ?? "-",
        write.Result, write.RequestId ?? "-",
    ];

    private static string[] Row(HistoryEvent e, DateTimeOffset now) =>
    [
        e.Count == 1 ? Age.Of(now - e.Last)
            : string.Create(CultureInfo.InvariantCulture, $"{Age.Of(now - e.Last)} (x{e.Count} over {Age.Of(now - e.First)})"),
        e.Type, e.Reason, e.Message,
    ];
}
