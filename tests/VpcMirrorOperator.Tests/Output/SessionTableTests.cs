using VpcMirrorOperator.Output;

namespace VpcMirrorOperator.Tests.Output;

public class SessionTableTests
{
    [Theory]
    [InlineData(120)]
    [InlineData(80)]
    [InlineData(50)]
    [InlineData(24)]
    public void The_table_fits_its_width(int width)
    {
        var lines = SessionTable.Render(Rows.All, width, colour: false);

        Assert.All(lines, line => Assert.True(line.Length <= width, line));
        Golden.Check($"table-{width}.txt", lines);
    }

    [Fact]
    public void Colour_changes_nothing_but_the_colours()
    {
        var coloured = string.Join('\n', SessionTable.Render(Rows.All, 120, colour: true));

        Assert.Contains("\e[", coloured, StringComparison.Ordinal);
        Assert.Equal(
            SessionTable.Render(Rows.All, 120, colour: false),
            System.Text.RegularExpressions.Regex.Replace(coloured, "\e\\[[0-9;]*m", "").Split('\n').Select(l => l.TrimEnd()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void The_narrowest_terminal_breaks_nothing(int width) => Assert.NotEmpty(SessionTable.Render(Rows.All, width, colour: false));
}
