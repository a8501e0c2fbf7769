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
    public void Long_names_that_begin_alike_can_be_told_apart_at_80_columns()
    {
        var rows = Enumerable.Range(1, 12).Select(n => Rows.Blocked with
        {
            Key = new Kubernetes.Model.ObjectKey("observability-production", $"payments-platform-team-frontend-session-number-{n}-of-12"),
        }).ToList();

        var lines = SessionTable.Render(rows, 79, colour: false);

        Assert.Equal(12, lines.Skip(1).Select(line => line.Split(' ')[0]).Distinct().Count());
        Assert.All(lines, line => Assert.True(line.Length <= 79, line));
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

    [Fact]
    public void A_wait_for_the_cloud_is_shown_with_its_beginning()
    {
        var row = Rows.Working with { Reason = "Throttled", WaitingSince = new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero) };

        Assert.Contains(
            SessionTable.Render([row], 160, colour: false), line => line.EndsWith("  Throttled since 05:06:07", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void The_narrowest_terminal_breaks_nothing(int width) => Assert.NotEmpty(SessionTable.Render(Rows.All, width, colour: false));
}
