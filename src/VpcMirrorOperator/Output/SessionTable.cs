using System.Globalization;
using Spectre.Console;

namespace VpcMirrorOperator.Output;

/// <summary>Sessions as a table. Pure: rows in, text out.</summary>
internal static class SessionTable
{
    private const int Gap = 2;
    private const int NarrowestName = 8;

    private static readonly (string Header, Func<SessionRow, string> Text)[] All =
    [
        ("NAME", row => row.Key.ToString()),
        ("SESSION", row => row.Session.ToString()),
        ("STATE", row => row.State.Length > 0 ? row.State : "-"),
        ("DESIRED", row => Number(row.Counts?.Desired)),
        ("ACTUAL", row => Number(row.Counts?.Actual)),
        ("PENDING", Pending),
        ("CONDITION", Condition),
    ];

    /// <summary>What is left out, step by step, on a terminal that is too narrow for everything.</summary>
    private static readonly string[][] LeftOut = [[], ["SESSION"], ["SESSION", "STATE"], ["SESSION", "STATE", "DESIRED", "ACTUAL"]];

    private static readonly string[] NamesAndConditions = ["SESSION", "STATE", "DESIRED", "ACTUAL", "PENDING"];

    /// <summary>
    /// Renders the table without trailing blanks; no line is wider than <paramref name="width"/>. When it would be, columns are left
    /// out first, then names are shortened so that they stay different, then cells end in an ellipsis.
    /// </summary>
    /// <param name="rows">The sessions.</param>
    /// <param name="width">Columns available, 1 or more.</param>
    /// <param name="colour">Whether to colour the conditions with ANSI sequences.</param>
    public static IReadOnlyList<string> Render(IReadOnlyList<SessionRow> rows, int width, bool colour)
    {
        var columns = Columns(rows, width);
        var nameWidth = Math.Max(NarrowestName, width - Width(columns[1..], rows) - Gap);
        var names = ShortNames.Of([.. rows.Select(columns[0].Text)], nameWidth);
        var table = new Table { Border = TableBorder.None, Expand = false };
        foreach (var (header, _) in columns)
            table.AddColumn(new TableColumn(Cell(header)) { Padding = new Padding(0, 0, Gap, 0), NoWrap = true });
        foreach (var (index, row) in rows.Index())
        {
            var cells = columns[1..^1].Select(c => Cell(c.Text(row)));
            // Only with names and conditions alone can a condition be too long.
            var condition = Shorten(columns[^1].Text(row), columns.Length > 2 ? int.MaxValue : Math.Max(1, width - nameWidth - (2 * Gap)));
            table.AddRow([Cell(names[index]), .. cells, Cell(condition, Colour(row.Progress))]);
        }

        return SpectreText.Render(table, width, colour);
    }

    private static (string Header, Func<SessionRow, string> Text)[] Columns(IReadOnlyList<SessionRow> rows, int width)
    {
        if (LeftOut.Select(Without).FirstOrDefault(c => Width(c, rows) <= width) is { } whole) return whole;
        var narrow = Without(LeftOut[^1]);
        return NarrowestName + Gap + Width(narrow[1..], rows) <= width ? narrow : Without(NamesAndConditions);
    }

    private static string Shorten(string text, int width) => text.Length <= width ? text : text[..(width - 1)] + "…";

    private static (string Header, Func<SessionRow, string> Text)[] Without(string[] leftOut) =>
        [.. All.Where(c => !leftOut.Contains(c.Header))];

    private static int Width((string Header, Func<SessionRow, string> Text)[] columns, IReadOnlyList<SessionRow> rows) =>
        columns.Sum(c => Gap + rows.Select(r => c.Text(r).Length).Append(c.Header.Length).Max());

    private static string Pending(SessionRow row) => row switch
    {
        { Counts: null } => "-",
        { PendingText: { } text } => text,
        { Pending: 0 } => "0",
        _ => string.Create(CultureInfo.InvariantCulture, $"+{row.Counts.ToAdd} -{row.Counts.ToRemove}"),
    };

    private static string Condition(SessionRow row) => row switch
    {
        { Progress: SessionProgress.Ready } => "Ready",
        { WaitingSince: { } since } => string.Create(CultureInfo.InvariantCulture, $"{row.Reason} since {since.UtcDateTime:HH:mm:ss}"),
        _ => row.Reason,
    };

    private static Color Colour(SessionProgress progress) => progress switch
    {
        SessionProgress.Ready => Color.Green,
        SessionProgress.Blocked => Color.Red,
        _ => Color.Yellow,
    };

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "-";

    private static Text Cell(string text, Color? colour = null) => new(text, new Style(colour)) { Overflow = Overflow.Ellipsis };
}
