using VpcMirrorOperator.Commands;
using VpcMirrorOperator.Output;

namespace VpcMirrorOperator.Tests.Output;

public class ProgressLineTests
{
    [Fact]
    public void It_says_how_many_of_how_many_are_Ready_and_how_long_it_takes_so_far() =>
        Assert.Equal("1 of 4 sessions Ready, 1 blocked, 62:05, 2 not shown", ProgressLine.Of(Rows.All, 2, new TimeSpan(1, 2, 5)));

    [Fact]
    public void A_terminal_that_does_not_know_its_size_has_the_usual_one()
    {
        Assert.Equal(new TerminalSize(80, 24), TerminalSize.Of(0, 0));
        Assert.Equal(new TerminalSize(132, 43), TerminalSize.Of(132, 43));
    }

    [Fact]
    public void What_is_nothing_is_not_said() =>
        Assert.Equal("1 of 1 session Ready, 0:09", ProgressLine.Of([Rows.Ready], 0, TimeSpan.FromSeconds(9.9)));
}
