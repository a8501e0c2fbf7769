using System.Globalization;
using Spectre.Console;

namespace VpcMirrorOperator.Output;

/// <summary>Sessions as a table. Pure: rows in, text out.</summary>
public static class SessionTable
{
    private static readonly string[] Headers = ["NAME", "SESSION", "STATE", "DESIRED", "ACTUAL", "PENDING", "CONDITION"];

    /// <summary>Renders the table without trailing blanks; no line is wider than <paramref name="width"/>, long cells end in an ellipsis.</summary>
    /// <param name="rows">The sessions.</param>
    /// <param name="width">Columns available, 1 or more.</param>
    /// <param name="colour">Whether to colour the conditions with ANSI sequences.</param>
    public static IReadOnlyList<string> Render(IReadOnlyList<SessionRow> rows, int width, bool colour)
    {
        var table = new Table { Border = TableBorder.None, Expand = false };
        foreach (var header in Headers) table.AddColumn(new TableColumn(Cell(header)) { Padding = new Padding(0, 0, 2, 0), NoWrap = true });
        foreach (var row in rows) table.AddRow(Cells(row));
        return SpectreText.Render(table, width, colour);
    }

    private static Text[] Cells(SessionRow row) =>
    [
        Cell(row.Key.ToString()), Cell(row.Session.ToString()), Cell(row.State.Length > 0 ? row.State : "-"),
        Cell(Number(row.Counts?.Desired)), Cell(Number(row.Counts?.Actual)), Cell(row.Counts is null ? "-" : Pending(row)),
        new Text(Condition(row), new Style(Colour(row.Progress))) { Overflow = Overflow.Ellipsis },
    ];

    private static string Condition(SessionRow row) => row.Progress == SessionProgress.Ready ? "Ready" : row.Reason;

    private static string Pending(SessionRow row) => row.Pending == 0
        ? "0"
        : string.Create(CultureInfo.InvariantCulture, $"+{row.Counts!.ToAdd} -{row.Counts.ToRemove}");

    private static Color Colour(SessionProgress progress) => progress switch
    {
        SessionProgress.Ready => Color.Green,
        SessionProgress.Blocked => Color.Red,
        _ => Color.Yellow,
    };

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "-";

    private static Text Cell(string text) => new(text) { Overflow = Overflow.Ellipsis };
}
