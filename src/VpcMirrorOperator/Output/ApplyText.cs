using System.Globalization;

namespace VpcMirrorOperator.Output;

/// <summary>The summary of an <c>apply</c> for people. Pure.</summary>
internal static class ApplyText
{
    /// <summary>The lines to print after the table: a total, a line for each session that is not Ready, and how to go on.</summary>
    /// <param name="report">The result.</param>
    public static IEnumerable<string> Render(ApplyReport report)
    {
        var summary = report.Summary;
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{Opening(summary.End)}{summary.Ready} of "
            + $"{Counted.Of(summary.Sessions, SessionRow.NounOf(report.Items.Select(item => item.Kind)))} Ready, " +
            $"{Counted.Of(summary.Writes, "cloud write")}, {summary.Seconds:0.0} s.");
        var causes = new SameCauses();
        foreach (var item in report.Items.Where(i => !i.Ready))
            yield return Left(item, causes);
        if (summary.End != ApplyEnd.Settled && summary.Ready < summary.Sessions)
            yield return "What was begun goes on in the cloud. Run the same command again to go on.";
    }

    /// <summary>How the summary of a run begins.</summary>
    public static string Opening(ApplyEnd end) => end switch
    {
        ApplyEnd.Interrupted => "Interrupted: ",
        ApplyEnd.TimedOut => "Timed out: ",
        _ => "",
    };

    private static string Left(ApplyItem item, SameCauses causes)
    {
        var name = $"{item.Namespace}/{item.Name}";
        var place = item.File is null ? "" : $"{new ManifestPlace(item.File, item.Line ?? 0)}: ";
        return $"  {place}{name}{Detail(item)}: {causes.Of(name, item.Reason, item.Message)}".TrimEnd(' ', ':');
    }

    /// <summary>Which session could not be read. What is left to do stands in the table.</summary>
    private static string Detail(ApplyItem item) => item.IsUnread ? $" ({item.RegionId}/{item.CloudId})" : "";
}
