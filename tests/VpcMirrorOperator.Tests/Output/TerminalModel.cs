using System.Text.RegularExpressions;

namespace VpcMirrorOperator.Tests.Output;

/// <summary>
/// A terminal as tmux is one: a screen, and a history of what has left it at the top. An erase to the end of the screen from its first
/// character moves the screen into the history, as in tmux's screen_write_clearendofscreen.
/// </summary>
internal sealed partial class TerminalModel(int width, int height)
{
    private readonly List<string> _screen = [.. Enumerable.Repeat("", height)];
    private readonly List<string> _history = [];
    private int _row;
    private int _column;

    /// <summary>What has left the screen, oldest first.</summary>
    public IReadOnlyList<string> History => _history;

    /// <summary>History and screen, without the empty lines at the end.</summary>
    public string All => string.Join('\n', _history.Concat(_screen)).TrimEnd('\n');

    /// <summary>Takes the output of a program.</summary>
    public void Feed(string text)
    {
        foreach (Match match in Tokens().Matches(text)) Take(match.Value);
    }

    private void Take(string token)
    {
        if (token == "\r") _column = 0;
        else if (token == "\n") NextLine();
        else if (token[0] != '\e') Put(token);
        else if (token[^1] == 'A') _row = Math.Max(0, _row - int.Parse(token[2..^1], System.Globalization.CultureInfo.InvariantCulture));
        else if (token[^1] == 'K') _screen[_row] = _screen[_row][..Math.Min(_column, _screen[_row].Length)];
        else if (token[^1] == 'J') EraseToEnd();
    }

    private void Put(string character)
    {
        if (_column == width)
        {
            _column = 0;
            NextLine();
        }

        var line = _screen[_row].PadRight(_column);
        _screen[_row] = line[.._column] + character + (line.Length > _column ? line[(_column + 1)..] : "");
        _column++;
    }

    private void NextLine()
    {
        if (_row < height - 1)
        {
            _row++;
            return;
        }

        _history.Add(_screen[0]);
        _screen.RemoveAt(0);
        _screen.Add("");
    }

    private void EraseToEnd()
    {
        if (_row == 0 && _column == 0) _history.AddRange(_screen);
        _screen[_row] = _screen[_row][..Math.Min(_column, _screen[_row].Length)];
        for (var row = _row + 1; row < height; row++) _screen[row] = "";
    }

    [GeneratedRegex(@"\e\[[?0-9;]*[A-Za-z]|[\s\S]", RegexOptions.CultureInvariant)]
    private static partial Regex Tokens();
}
