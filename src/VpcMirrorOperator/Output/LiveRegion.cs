using System.Globalization;
using System.Text;

namespace VpcMirrorOperator.Output;

/// <summary>Redraws a block of lines in place at the bottom of a terminal. Only plain VT100 sequences.</summary>
/// <param name="writer">The terminal.</param>
internal sealed class LiveRegion(TextWriter writer)
{
    private const string HideCursor = "\e[?25l";
    private const string ShowCursor = "\e[?25h";
    private const string ClearToEnd = "\e[J";
    private IReadOnlyList<int> _drawn = [];
    private string _last = "";

    /// <summary>Replaces the block.</summary>
    /// <param name="lines">The new block; must not be wider or higher than the terminal.</param>
    /// <param name="lengths">How many columns each line takes: colour sequences take none.</param>
    /// <param name="width">The terminal's width now: when it shrank, the terminal has wrapped the old lines.</param>
    public void Draw(IReadOnlyList<string> lines, IReadOnlyList<int> lengths, int width)
    {
        var text = string.Join("\n", lines);
        if (text == _last && _drawn.All(length => length <= width)) return;
        Write(
            new StringBuilder(HideCursor).Append(Erase(width)).Append(text.Replace("\n", "\r\n", StringComparison.Ordinal)).Append("\r\n"));
        (_drawn, _last) = (lengths, text);
    }

    /// <summary>Prints lines above the block, which moves down.</summary>
    /// <param name="lines">What to print.</param>
    /// <param name="width">The terminal's width now.</param>
    public void Print(IEnumerable<string> lines, int width)
    {
        var block = _last;
        var text = new StringBuilder(Erase(width));
        foreach (var line in lines) text.Append(line).Append("\r\n");
        if (block.Length > 0) text.Append(block.Replace("\n", "\r\n", StringComparison.Ordinal)).Append("\r\n");
        Write(text);
    }

    /// <summary>Takes the block away while something else writes to the same terminal, then draws it again below.</summary>
    /// <param name="write">Writes whole lines.</param>
    /// <param name="width">The terminal's width now.</param>
    public void Around(Action write, int width)
    {
        Write(new StringBuilder(Erase(width)));
        write();
        if (_last.Length > 0) Write(new StringBuilder(_last.Replace("\n", "\r\n", StringComparison.Ordinal)).Append("\r\n"));
    }

    /// <summary>Leaves the block as it is and gives the cursor back.</summary>
    public void End()
    {
        Write(new StringBuilder(ShowCursor));
        (_drawn, _last) = ([], "");
    }

    private string Erase(int width)
    {
        var rows = _drawn.Sum(length => 1 + (Math.Max(0, length - 1) / Math.Max(1, width)));
        return rows == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"\r\e[{rows}A{ClearToEnd}");
    }

    private void Write(StringBuilder text)
    {
        writer.Write(text);
        writer.Flush();
    }
}
