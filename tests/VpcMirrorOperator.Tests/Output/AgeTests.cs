using VpcMirrorOperator.Output;

namespace VpcMirrorOperator.Tests.Output;

public class AgeTests
{
    [Theory]
    [InlineData(-5, "0s")]
    [InlineData(119, "119s")]
    [InlineData(120, "2m")]
    [InlineData(200, "3m20s")]
    [InlineData(600, "10m")]
    [InlineData(3 * 3600, "3h")]
    [InlineData((4 * 3600) + 600, "4h10m")]
    [InlineData(8 * 3600, "8h")]
    [InlineData(47 * 3600, "47h")]
    [InlineData(48 * 3600, "2d")]
    public void Ages_read_as_those_of_kubectl(int seconds, string text) => Assert.Equal(text, Age.Of(TimeSpan.FromSeconds(seconds)));
}
