using VpcMirrorOperator.AlibabaCloud.RateLimiting;

namespace VpcMirrorOperator.AlibabaCloud.Tests.RateLimiting;

public class BucketStateTests
{
    private static readonly BucketLimits Writes = BucketLimits.PerMinute(60);

    [Fact]
    public void A_burst_is_ten_seconds_worth_and_at_least_five()
    {
        Assert.Equal(10, Writes.Burst);
        Assert.Equal(100, BucketLimits.PerMinute(600).Burst);
        Assert.Equal(5, BucketLimits.PerMinute(6).Burst);
    }

    [Fact]
    public void After_the_burst_calls_are_spaced_by_the_rate()
    {
        var state = BucketState.Full(Writes, TimeSpan.Zero);
        List<double> delays = [];
        for (var i = 0; i < 13; i++)
        {
            delays.Add(state.DelayForNext(Writes, TimeSpan.Zero).TotalSeconds);
            state = state.Take(Writes, TimeSpan.Zero);
        }
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3], delays);
    }

    [Fact]
    public void Throttling_halves_the_rate_down_to_a_tenth()
    {
        var state = BucketState.Full(Writes, TimeSpan.Zero);
        List<double> rates = [];
        for (var second = 2; second <= 12; second += 2)
        {
            state = state.Throttle(Writes, TimeSpan.FromSeconds(second), null);
            rates.Add(Math.Round(state.PerSecond, 1));
        }
        Assert.Equal([0.5, 0.3, 0.1, 0.1, 0.1, 0.1], rates);
    }

    [Fact]
    public void Calls_throttled_together_count_once()
    {
        var state = BucketState.Full(Writes, TimeSpan.Zero);
        for (var i = 0; i < 4; i++) state = state.Throttle(Writes, TimeSpan.FromMilliseconds(100 * i), null);
        Assert.InRange(state.PerSecond, 0.5, 0.51);
    }

    [Fact]
    public void The_rate_recovers_by_a_tenth_per_minute()
    {
        var throttled = BucketState.Full(Writes, TimeSpan.Zero).Throttle(Writes, TimeSpan.Zero, null);
        Assert.Equal(0.7, throttled.Take(Writes, TimeSpan.FromMinutes(2)).PerSecond, 6);
        Assert.Equal(1.0, throttled.Take(Writes, TimeSpan.FromMinutes(60)).PerSecond, 6);
    }

    [Fact]
    public void A_pause_holds_back_even_a_full_bucket()
    {
        var state = BucketState.Full(Writes, TimeSpan.Zero).Throttle(Writes, TimeSpan.Zero, TimeSpan.FromSeconds(90));
        Assert.Equal(TimeSpan.FromSeconds(30), state.DelayForNext(Writes, TimeSpan.FromSeconds(60)));
        Assert.Equal(TimeSpan.Zero, state.DelayForNext(Writes, TimeSpan.FromSeconds(90)));
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5)]
    public void Never_more_calls_than_burst_and_rate_allow(int seed)
    {
        var random = new Random(seed);
        var state = BucketState.Full(Writes, TimeSpan.Zero);
        var now = TimeSpan.Zero;
        var started = new List<double>();
        for (var i = 0; i < 2000; i++)
        {
            now += TimeSpan.FromSeconds(random.NextDouble() * 2);
            if (random.Next(20) == 0) state = state.Throttle(Writes, now, null);
            if (state.DelayForNext(Writes, now) > TimeSpan.Zero) continue;
            state = state.Take(Writes, now);
            started.Add(now.TotalSeconds);
        }
        for (var i = 0; i + 70 < started.Count; i++)
            Assert.True(started[i + 70] - started[i] >= 60 - 1e-6, $"seed {seed}: 71 calls within a minute at {started[i]}");
    }
}
