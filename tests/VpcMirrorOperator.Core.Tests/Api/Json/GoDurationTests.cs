using CsCheck;
using VpcMirrorOperator.Api.Json;

namespace VpcMirrorOperator.Core.Tests.Api.Json;

public class GoDurationTests
{
    [Theory]
    [InlineData("5m", 300)]
    [InlineData("1h30m", 5400)]
    [InlineData("90s", 90)]
    [InlineData("1.5h", 5400)]
    [InlineData("0", 0)]
    [InlineData("0s", 0)]
    [InlineData("2m1500ms", 121.5)]
    public void Go_durations_are_understood(string text, double seconds)
    {
        Assert.True(GoDuration.TryParse(text, out var duration));
        Assert.Equal(TimeSpan.FromSeconds(seconds), duration);
    }

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("m")]
    [InlineData("-5m")]
    [InlineData("5 m")]
    [InlineData("5d")]
    [InlineData("1.2.3s")]
    [InlineData("99999999999999h")]
    [InlineData("300000000000h")]
    public void Anything_else_is_refused(string text) => Assert.False(GoDuration.TryParse(text, out _));

    [Fact]
    public void Every_duration_reads_back_as_it_was_written() =>
        Gen.Long[0, TimeSpan.TicksPerDay * 100].Select(TimeSpan.FromTicks)
            .Sample(d => GoDuration.TryParse(GoDuration.Format(d), out var back) && back == d);
}
