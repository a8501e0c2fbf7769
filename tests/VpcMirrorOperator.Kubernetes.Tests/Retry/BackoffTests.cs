using VpcMirrorOperator.Kubernetes.Retry;

namespace VpcMirrorOperator.Kubernetes.Tests.Retry;

public class BackoffTests
{
    private static readonly Backoff Default = new(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5), Factor: 2, Jitter: 0.2);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(9, 256)]
    [InlineData(10, 300)]
    [InlineData(int.MaxValue, 300)]
    public void Doubles_from_one_second_to_five_minutes(int failures, int seconds) => Assert.Equal(
        TimeSpan.FromSeconds(seconds),
        (Default with { Jitter = 0 }).Delay(failures, new Random(1)));

    [Fact]
    public void Jitter_adds_at_most_its_share_and_spreads()
    {
        var random = new Random(1);
        var delays = Enumerable.Range(0, 1000).Select(_ => Default.Delay(1, random).TotalSeconds).ToList();
        Assert.All(delays, d => Assert.InRange(d, 1.0, 1.2));
        Assert.True(delays.Max() - delays.Min() > 0.15);
    }
}
