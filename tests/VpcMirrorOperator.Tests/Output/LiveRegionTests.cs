using VpcMirrorOperator.Output;

namespace VpcMirrorOperator.Tests.Output;

public sealed class LiveRegionTests : IDisposable
{
    private readonly StringWriter _writer = new();
    private readonly LiveRegion _region;

    public LiveRegionTests() => _region = new LiveRegion(_writer);

    public void Dispose() => _writer.Dispose();

    [Fact]
    public void The_second_picture_replaces_the_first()
    {
        Draw(80, "one", "two");
        Assert.DoesNotContain("A\e[J", Written(), StringComparison.Ordinal);

        Draw(80, "three");

        Assert.Contains("\r\e[2A\e[Jthree\r\n", Written(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_picture_is_not_drawn_again()
    {
        Draw(80, "one");
        Written();

        Draw(80, "one");

        Assert.Empty(Written());
    }

    [Fact]
    public void Lines_that_a_shrunken_terminal_has_wrapped_are_erased_as_well()
    {
        Draw(80, new string('x', 70), "short");
        Written();

        Draw(30, "new");

        Assert.Contains("\e[4A\e[J", Written(), StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_that_something_else_writes_to_the_terminal_stay_above_the_picture()
    {
        Draw(80, "picture");
        Written();

        _region.Around(() => _writer.Write("a notice\n"), 80);

        Assert.Equal("\r\e[1A\e[Ja notice\npicture\r\n", Written());
    }

    [Fact]
    public void Printed_lines_stay_above_the_picture()
    {
        Draw(80, "picture");
        Written();

        _region.Print(["note"], 80);

        Assert.Equal("\r\e[1A\e[Jnote\r\npicture\r\n", Written());
    }

    [Fact]
    public void The_cursor_is_given_back()
    {
        Draw(80, "picture");

        _region.End();

        Assert.EndsWith("\e[?25h", Written(), StringComparison.Ordinal);
    }

    private void Draw(int width, params string[] lines) => _region.Draw(lines, [.. lines.Select(l => l.Length)], width);

    private string Written()
    {
        var text = _writer.ToString();
        _writer.GetStringBuilder().Clear();
        return text;
    }
}
