using System.Globalization;

namespace VpcMirrorOperator.Output;

/// <summary>The result of a <c>delete</c> for people. Pure.</summary>
internal static class DeleteText
{
    /// <summary>A line for each object, those that are still there last, a total, and how to go on.</summary>
    /// <param name="report">The result.</param>
    public static IEnumerable<string> Render(DeleteReport report)
    {
        foreach (var item in report.Items.Where(item => item.Gone)) yield return $"{item.Namespace}/{item.Name} deleted: {item.Message}";
        foreach (var item in report.Items.Where(item => !item.Gone))
            yield return $"{new ManifestPlace(item.File, item.Line)}: {item.Namespace}/{item.Name} is still there: {item.Reason}: "
                + item.Message;
        var summary = report.Summary;
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{ApplyText.Opening(summary.End)}{summary.Gone} of {Counted.Of(summary.Objects, "object")} deleted, "
            + $"{Counted.Of(summary.Writes, "cloud write")}, {summary.Seconds:0.0} s.");
        if (summary.Gone < summary.Objects) yield return "Run the same command again to go on, or apply to keep what is still there.";
    }
}
