namespace VpcMirrorOperator.Benchmarks.Report;

/// <summary>A Markdown table that is also readable as plain text.</summary>
internal static class Table
{
    private static readonly string[] Header = ["#", "case", "measured", "target", ""];

    public static string Render(IEnumerable<Row> rows)
    {
        List<string[]> lines = [Header, .. rows.Select(Cells)];
        var widths = Enumerable.Range(0, Header.Length).Select(column => Math.Max(3, lines.Max(line => line[column].Length))).ToArray();
        lines.Insert(1, [.. widths.Select(width => new string('-', width))]);
        return string.Join(
            '\n', lines.Select(line => "| " + string.Join(" | ", line.Select((cell, i) => cell.PadRight(widths[i]))) + " |"));
    }

    private static string[] Cells(Row row) =>
        [row.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), row.Case, row.Measured, row.Target, Verdict(row.Ok)];

    private static string Verdict(bool? ok) => ok switch { true => "ok", false => "MISSED", null => "" };
}
