using System.Globalization;
using System.Text;

namespace VpcMirrorOperator.Output;

/// <summary>
/// Redraws a block of lines in place at the bottom of a terminal. Only plain VT100 sequences. Lines are overwritten one by one: where the
/// block begins in the terminal's first line, tmux takes an erase to the end of the screen for one of the whole screen, and keeps a copy of
/// each picture in its history.
/// </summary>
/// <param name="writer">The terminal.</param>
internal sealed class LiveRegion(TextWriter writer)
{
    private const string HideCursor = "\e[?25l";
    private const string ShowCursor = "\e[?25h";
    private const string ClearLine = "\e[K";
    private IReadOnlyList<string> _last = [];
    private IReadOnlyList<int> _lengths = [];

    /// <summary>Replaces the block.</summary>
    /// <param name="lines">The new block; must not be wider or higher than the terminal.</param>
    /// <param name="lengths">How many columns each line takes: colour sequences take none.</param>
    /// <param name="width">The terminal's width now: when it shrank, the terminal has wrapped the old lines.</param>
    public void Draw(IReadOnlyList<string> lines, IReadOnlyList<int> lengths, int width)
    {
        if (lines.SequenceEqual(_last) && _lengths.All(length => length <= width)) return;
        Replace(lines, width);
        (_last, _lengths) = (lines, lengths);
    }

    /// <summary>Prints lines above the block, which moves down.</summary>
    /// <param name="lines">What to print.</param>
    /// <param name="width">The terminal's width now.</param>
    public void Print(IEnumerable<string> lines, int width) => Replace([.. lines, .. _last], width);

    /// <summary>Takes the block away while something else writes to the same terminal, then draws it again below.</summary>
    /// <param name="write">Writes whole lines.</param>
    /// <param name="width">The terminal's width now.</param>
    public void Around(Action write, int width)
    {
        Replace([], width);
        write();
        Write(Text(_last));
    }

    /// <summary>Replaces the block by lines that stay, and gives the cursor back.</summary>
    /// <param name="lines">What stays; may be higher than the terminal.</param>
    /// <param name="width">The terminal's width now.</param>
    public void End(IReadOnlyList<string> lines, int width)
    {
        Replace(lines, width);
        Write(new StringBuilder(ShowCursor));
        (_last, _lengths) = ([], []);
    }

    /// <summary>Writes lines over the block, and blanks what is left of it.</summary>
    private void Replace(IReadOnlyList<string> lines, int width)
    {
        var rows = _lengths.Sum(length => 1 + (Math.Max(0, length - 1) / Math.Max(1, width)));
        var left = Math.Max(0, rows - lines.Count);
        Write(
            new StringBuilder(HideCursor).Append(Up(rows)).Append(Text(lines)).Append(Text([.. Enumerable.Repeat("", left)]))
                .Append(Up(left)));
    }

    private static StringBuilder Text(IEnumerable<string> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines) text.Append(line).Append(ClearLine).Append("\r\n");
        return text;
    }

    private static string Up(int rows) => rows == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"\r\e[{rows}A");

    private void Write(StringBuilder text)
    {
        if (text.Length == 0) return;
        writer.Write(text);
        writer.Flush();
    }
}
