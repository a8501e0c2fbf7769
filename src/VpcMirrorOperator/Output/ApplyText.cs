using System.Globalization;

namespace VpcMirrorOperator.Output;

/// <summary>The summary of an <c>apply</c> for people. Pure.</summary>
internal static class ApplyText
{
    /// <summary>The lines to print after the table: a total, and a line for each session that is not Ready.</summary>
    /// <param name="report">The result.</param>
    public static IEnumerable<string> Render(ApplyReport report)
    {
        var summary = report.Summary;
        var writes = summary.Writes == 1 ? "1 cloud write" : string.Create(CultureInfo.InvariantCulture, $"{summary.Writes} cloud writes");
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{Opening(summary.End)}{summary.Ready} of {summary.Sessions} sessions Ready, {writes}, {summary.Seconds:0.0} s.");
        foreach (var item in report.Items.Where(i => !i.Ready)) yield return Left(item);
    }

    private static string Opening(ApplyEnd end) => end switch
    {
        ApplyEnd.Interrupted => "Interrupted: ",
        ApplyEnd.TimedOut => "Timed out: ",
        _ => "",
    };

    private static string Left(ApplyItem item)
    {
        var pending = item.ToAdd + item.ToRemove == 0 ? ""
            : string.Create(CultureInfo.InvariantCulture, $" ({item.ToAdd} to add, {item.ToRemove} to remove)");
        return $"  {item.Namespace}/{item.Name}{pending}: {item.Reason}: {item.Message}".TrimEnd(' ', ':');
    }
}
