namespace VpcMirrorOperator.Measurements.Report;

/// <summary>A Markdown table that is also readable as plain text.</summary>
internal static class Table
{
    public static string Render(IEnumerable<Row> rows)
    {
        List<string[]> lines = [["what", "measured", "aim"], .. rows.Select(row => (string[])[row.What, row.Measured, row.Aim])];
        int[] widths = [.. Enumerable.Range(0, 3).Select(column => lines.Max(line => line[column].Length))];
        lines.Insert(1, [.. widths.Select(width => new string('-', width))]);
        return string.Join(
            '\n', lines.Select(line => "| " + string.Join(" | ", line.Select((cell, i) => cell.PadRight(widths[i]))) + " |"));
    }
}
