namespace VpcMirrorOperator.Measurements.Report;

/// <summary>A Markdown table that is also readable as plain text.</summary>
internal static class Table
{
    public static string Render(IEnumerable<Row> rows) =>
        Render(["what", "measured", "aim"], rows.Select(row => (string[])[row.What, row.Measured, row.Aim]));

    /// <param name="header">Names of the columns.</param>
    /// <param name="rows">As many cells each.</param>
    public static string Render(string[] header, IEnumerable<string[]> rows)
    {
        List<string[]> lines = [header, .. rows];
        int[] widths = [.. Enumerable.Range(0, header.Length).Select(column => lines.Max(line => line[column].Length))];
        lines.Insert(1, [.. widths.Select(width => new string('-', width))]);
        return string.Join(
            '\n', lines.Select(line => "| " + string.Join(" | ", line.Select((cell, i) => cell.PadRight(widths[i]))) + " |"));
    }
}
