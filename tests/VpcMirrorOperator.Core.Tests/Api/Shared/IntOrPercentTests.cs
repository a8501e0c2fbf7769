using VpcMirrorOperator.Api.Shared;

namespace VpcMirrorOperator.Core.Tests.Api.Shared;

public class IntOrPercentTests
{
    [Theory]
    [InlineData("0", 0, false)]
    [InlineData("2000", 2000, false)]
    [InlineData("0%", 0, true)]
    [InlineData("100%", 100, true)]
    public void Counts_and_percentages_are_read_and_written_back(string text, int value, bool percent)
    {
        Assert.True(IntOrPercent.TryParse(text, out var read));
        Assert.Equal(new IntOrPercent(value, percent), read);
        Assert.Equal(text, read.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("%")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData(" 1")]
    [InlineData("1.5")]
    [InlineData("101%")]
    [InlineData("-1%")]
    [InlineData("5 %")]
    [InlineData("5%%")]
    [InlineData("99999999999")]
    public void Anything_else_is_refused(string? text) => Assert.False(IntOrPercent.TryParse(text, out _));

    [Theory]
    [InlineData("20%", 4, 0)]
    [InlineData("20%", 5, 1)]
    [InlineData("33%", 100, 33)]
    [InlineData("100%", int.MaxValue, int.MaxValue)]
    [InlineData("7", 1, 7)]
    public void A_percentage_is_rounded_down_and_a_count_is_itself(string text, int total, int expected)
    {
        Assert.True(IntOrPercent.TryParse(text, out var limit));
        Assert.Equal(expected, limit.Of(total));
    }
}
