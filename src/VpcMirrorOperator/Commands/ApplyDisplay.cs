using System.Globalization;
using VpcMirrorOperator.Output;

namespace VpcMirrorOperator.Commands;

/// <summary>Shows progress: a live table on a terminal, a line for each change anywhere else.</summary>
internal sealed class ApplyDisplay
{
    private readonly CommandContext context;
    private readonly TextWriter log;
    private readonly LiveRegion? live;
    private readonly TransitionLog transitions = new();
    private readonly bool colour;

    public ApplyDisplay(OutputFormat format, CommandContext context)
    {
        this.context = context;
        // With -o json the result alone belongs on standard output.
        log = format == OutputFormat.Table ? context.Out : context.Error;
        var terminal = format == OutputFormat.Table && context.Terminal() is not null && context.Variable("TERM") != "dumb";
        live = terminal ? new LiveRegion(context.Out) : null;
        // https://no-color.org: any value that is not empty.
        colour = terminal && string.IsNullOrEmpty(context.Variable("NO_COLOR"));
    }

    public bool IsLive => live is not null;

    public void Show(IReadOnlyList<SessionRow> rows)
    {
        if (live is not null) Draw(live, rows);
        else foreach (var line in transitions.Next(rows, context.Time.GetUtcNow())) log.WriteLine(line);
    }

    /// <summary>Prints lines that stay.</summary>
    public void Print(IReadOnlyList<string> lines)
    {
        if (live is not null) live.Print(lines, Size().Width);
        else foreach (var line in lines) log.WriteLine(line);
    }

    /// <summary>Shows the last state and gives the terminal back.</summary>
    public void End(IReadOnlyList<SessionRow> rows)
    {
        Show(rows);
        live?.End();
    }

    private void Draw(LiveRegion region, IReadOnlyList<SessionRow> rows)
    {
        var (width, height) = Size();
        var shown = Fit(rows, height - 3);
        // One column is left free: a full line would make some terminals wrap.
        var plain = SessionTable.Render(shown, width - 1, colour: false);
        var lines = colour ? SessionTable.Render(shown, width - 1, colour: true) : plain;
        var more = rows.Count - shown.Count;
        string[] footer = more == 0 ? [] : [string.Create(CultureInfo.InvariantCulture, $"… {more} more")];
        region.Draw([.. lines, .. footer], [.. plain.Concat(footer).Select(l => l.Length)], width);
    }

    /// <summary>When not all fit, those that are not Ready come first.</summary>
    private static IReadOnlyList<SessionRow> Fit(IReadOnlyList<SessionRow> rows, int room) =>
        rows.Count <= room ? rows : [.. rows.OrderBy(r => r.Progress == SessionProgress.Ready).Take(Math.Max(1, room))];

    private TerminalSize Size() => context.Terminal() ?? new TerminalSize(80, 24);
}
