using VpcMirrorOperator.Output;

namespace VpcMirrorOperator.Commands;

/// <summary>Shows progress: a live table on a terminal, a line for each change anywhere else.</summary>
internal sealed class ApplyDisplay
{
    private readonly CommandContext _context;
    private readonly TextWriter _log;
    private readonly LiveRegion? _live;
    private readonly TransitionLog _transitions = new();
    private readonly WaitClock _waits = new();
    private readonly WaitNotices _notices = new();
    private readonly bool _colour;
    private readonly long _started;

    /// <param name="format">How the result will be printed.</param>
    /// <param name="started">When the command started, as a timestamp.</param>
    /// <param name="context">The process.</param>
    public ApplyDisplay(OutputFormat format, long started, CommandContext context)
    {
        (_context, _started) = (context, started);
        // With -o json the result alone belongs on standard output.
        _log = format == OutputFormat.Table ? context.Out : context.Error;
        _live = format == OutputFormat.Table && TerminalColour.CanDraw(context) ? new LiveRegion(context.Out) : null;
        _colour = _live is not null && TerminalColour.Of(context);
    }

    public bool IsLive => _live is not null;

    /// <summary>Shows the sessions as they stand.</summary>
    /// <returns>The rows as shown: with the time since when they wait.</returns>
    public IReadOnlyList<SessionRow> Show(IReadOnlyList<SessionRow> rows)
    {
        var now = _context.Time.GetUtcNow();
        var shown = _waits.Mark(rows, now);
        Warn(_notices.Next(shown, now));
        if (_live is not null) Draw(_live, shown);
        else foreach (var line in _transitions.Next(shown, now)) _log.WriteLine(line);
        return shown;
    }

    /// <summary>Prints lines that stay.</summary>
    public void Print(IReadOnlyList<string> lines)
    {
        if (_live is not null) _live.Print(lines, Size().Width);
        else foreach (var line in lines) _log.WriteLine(line);
    }

    /// <summary>Shows the last state, all of it whatever the terminal's height, and gives the terminal back.</summary>
    /// <returns>The rows as shown.</returns>
    public IReadOnlyList<SessionRow> End(IReadOnlyList<SessionRow> rows)
    {
        var shown = Show(rows);
        var width = Size().Width;
        _live?.End(SessionTable.Render(shown, width - 1, _colour), width);
        return shown;
    }

    /// <summary>To standard error, which may be the same terminal as the table or a file.</summary>
    private void Warn(IReadOnlyList<string> lines)
    {
        if (lines.Count == 0) return;
        var text = string.Join(Environment.NewLine, lines);
        if (_live is null) _context.Error.WriteLine(text);
        else _live.Around(() => _context.Error.WriteLine(text), Size().Width);
    }

    private void Draw(LiveRegion region, IReadOnlyList<SessionRow> rows)
    {
        var (width, height) = Size();
        var shown = Fit(rows, height - 3);
        // One column is left free: a full line would make some terminals wrap.
        var plain = SessionTable.Render(shown, width - 1, colour: false);
        var lines = _colour ? SessionTable.Render(shown, width - 1, colour: true) : plain;
        var progress = ProgressLine.Of(rows, rows.Count - shown.Count, _context.Time.GetElapsedTime(_started));
        if (progress.Length > width - 1) progress = progress[..Math.Max(0, width - 1)];
        region.Draw([.. lines, progress], [.. plain.Append(progress).Select(l => l.Length)], width);
    }

    /// <summary>When not all fit, those that are not Ready come first.</summary>
    private static IReadOnlyList<SessionRow> Fit(IReadOnlyList<SessionRow> rows, int room) =>
        rows.Count <= room ? rows : [.. rows.OrderBy(r => r.Progress == SessionProgress.Ready).Take(Math.Max(1, room))];

    private TerminalSize Size() => _context.Terminal() ?? new TerminalSize(80, 24);
}
