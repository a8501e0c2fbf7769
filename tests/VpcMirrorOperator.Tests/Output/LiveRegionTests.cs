using VpcMirrorOperator.Output;

namespace VpcMirrorOperator.Tests.Output;

public sealed class LiveRegionTests : IDisposable
{
    private readonly StringWriter _writer = new();
    private readonly TerminalModel _terminal = new(80, 10);
    private readonly LiveRegion _region;

    public LiveRegionTests() => _region = new LiveRegion(_writer);

    public void Dispose() => _writer.Dispose();

    [Fact]
    public void The_second_picture_replaces_the_first()
    {
        Draw(80, "one", "two is longer");
        Draw(80, "three");
        Draw(80, "four", "five");

        Assert.Equal("four\nfive", Shown());
    }

    [Fact]
    public void The_same_picture_is_not_drawn_again()
    {
        Draw(80, "one");
        Shown();

        Draw(80, "one");

        Assert.Empty(_writer.ToString());
    }

    [Fact]
    public void A_block_from_the_first_line_of_the_screen_on_leaves_no_copies_in_the_history()
    {
        for (var picture = 0; picture < 5; picture++) Draw(80, [.. Enumerable.Range(0, 9).Select(line => $"{picture}.{line}")]);

        Shown();
        Assert.Empty(_terminal.History);
    }

    [Fact]
    public void Notes_above_a_block_that_fills_the_screen_go_into_the_history_without_it()
    {
        Draw(80, [.. Enumerable.Range(0, 9).Select(line => $"line {line}")]);
        _region.Print(["note 1", "note 2"], 80);
        _region.Around(() => _writer.Write("a notice\r\n"), 80);
        Draw(80, "done");

        Assert.Equal("note 1\nnote 2\na notice\ndone", Shown());
    }

    [Fact]
    public void Lines_that_a_shrunken_terminal_has_wrapped_are_erased_as_well()
    {
        Draw(80, new string('x', 70), "short");
        _writer.GetStringBuilder().Clear();

        Draw(30, "new");

        // 70 columns have become 3 rows of 30.
        Assert.StartsWith("\e[?25l\r\e[4Anew\e[K\r\n\e[K\r\n\e[K\r\n\e[K\r\n\r\e[3A", _writer.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_end_is_whole_even_if_it_is_higher_than_the_screen()
    {
        Draw(80, "1", "2", "3 not shown");

        var lines = Enumerable.Range(1, 30).Select(n => $"line {n}").ToList();
        _region.End(lines, 80);

        Assert.Equal(string.Join('\n', lines), Shown());
    }

    [Fact]
    public void The_cursor_is_given_back()
    {
        Draw(80, "picture");

        _region.End(["picture"], 80);

        Assert.EndsWith("\e[?25h", _writer.ToString(), StringComparison.Ordinal);
    }

    private void Draw(int width, params string[] lines) => _region.Draw(lines, [.. lines.Select(l => l.Length)], width);

    private string Shown()
    {
        _terminal.Feed(_writer.ToString());
        _writer.GetStringBuilder().Clear();
        return _terminal.All;
    }
}
