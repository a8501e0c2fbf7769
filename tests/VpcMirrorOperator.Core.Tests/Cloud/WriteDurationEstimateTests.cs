using CsCheck;
using VpcMirrorOperator.Cloud;

namespace VpcMirrorOperator.Core.Tests.Cloud;

/// <summary>How the poll times of a write are learned.</summary>
public class WriteDurationEstimateTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(30)]
    [InlineData(8.3)]
    public void Observations_come_when_a_write_ends_once_its_duration_is_learned(double seconds)
    {
        var (estimate, _) = Learn(WriteDurationEstimate.Unknown, seconds, writes: 10);
        var (_, ends) = Learn(estimate, seconds, writes: 10);
        Assert.All(ends, end => Assert.InRange(end.Waited / seconds, 1, 1.05));
        Assert.All(ends, end => Assert.Equal(1, end.Observations));
    }

    [Fact]
    public void Over_a_long_time_the_observations_that_check_for_a_faster_cloud_cost_little()
    {
        var (estimate, _) = Learn(WriteDurationEstimate.Unknown, 3, writes: 10);
        var (_, ends) = Learn(estimate, 3, writes: 320);
        Assert.InRange(ends.Sum(end => end.Waited) / (3 * 320), 1, 1.05);
    }

    [Fact]
    public void Two_observations_are_at_least_a_second_apart() =>
        Gen.Select(Gen.Double[0, 100], Gen.Double[0.001, 100], Gen.Double[0, 400]).Sample((low, more, elapsed) =>
        {
            var estimate = new WriteDurationEstimate(TimeSpan.FromSeconds(low), TimeSpan.FromSeconds(low + more), 0);
            return estimate.NextPoll(TimeSpan.FromSeconds(elapsed)) >= WriteDurationEstimate.Floor;
        });

    [Fact]
    public void A_write_that_takes_far_longer_than_expected_is_observed_less_and_less_but_every_15_seconds()
    {
        var estimate = new WriteDurationEstimate(TimeSpan.FromSeconds(2.9), TimeSpan.FromSeconds(3), 0);
        Assert.Equal(TimeSpan.FromSeconds(5), estimate.NextPoll(TimeSpan.FromSeconds(10)));
        Assert.Equal(TimeSpan.FromSeconds(15), estimate.NextPoll(TimeSpan.FromSeconds(200)));
    }

    [Fact]
    public void However_slow_the_cloud_was_a_session_is_observed_every_minute()
    {
        var estimate = new WriteDurationEstimate(TimeSpan.FromSeconds(229), TimeSpan.FromSeconds(230), 0);
        Assert.Equal(TimeSpan.FromMinutes(1), estimate.NextPoll(TimeSpan.Zero));
        Assert.Equal(TimeSpan.FromSeconds(30), estimate.NextPoll(TimeSpan.FromSeconds(200)));
    }

    [Theory]
    [InlineData(3, 30)]
    [InlineData(30, 3)]
    public void A_cloud_that_has_become_slower_or_faster_is_noticed(double former, double now)
    {
        var (estimate, _) = Learn(WriteDurationEstimate.Unknown, former, writes: 10);
        (estimate, _) = Learn(estimate, now, writes: 80);
        var (_, ends) = Learn(estimate, now, writes: 20);
        Assert.InRange(ends.Average(end => end.Waited) / now, 1, 1.1);
    }

    [Fact]
    public void One_slow_write_does_not_make_all_later_ones_wait()
    {
        var (estimate, _) = Learn(WriteDurationEstimate.Unknown, 3, writes: 10);
        (estimate, _) = Learn(estimate, 30, writes: 1);
        (estimate, _) = Learn(estimate, 3, writes: 20);
        var (_, ends) = Learn(estimate, 3, writes: 10);
        Assert.InRange(ends.Average(end => end.Waited) / 3, 1, 1.1);
    }

    [Fact]
    public void Whatever_is_observed_the_range_stays_one() =>
        Gen.Select(Gen.Double[0, 60], Gen.Double[0, 60]).Array[1, 80].Sample(observations =>
        {
            var estimate = WriteDurationEstimate.Unknown;
            foreach (var (still, more) in observations)
            {
                estimate = estimate.Learn(TimeSpan.FromSeconds(still), TimeSpan.FromSeconds(still + more));
                Assert.True(estimate.Low >= TimeSpan.Zero && estimate.High >= estimate.Low);
            }
        });

    /// <summary>Carries out writes of a fixed duration, each observed as the estimate says, 20 ms late.</summary>
    private static (WriteDurationEstimate Estimate, List<(double Waited, int Observations)> Ends) Learn(
        WriteDurationEstimate estimate, double seconds, int writes)
    {
        var ends = new List<(double, int)>();
        for (var write = 0; write < writes; write++)
        {
            var (elapsed, unfinished, observations) = (TimeSpan.Zero, TimeSpan.Zero, 0);
            do
            {
                if (observations > 0) unfinished = elapsed;
                elapsed += estimate.NextPoll(elapsed) + TimeSpan.FromMilliseconds(20);
                observations++;
            }
            while (elapsed.TotalSeconds < seconds);
            estimate = estimate.Learn(unfinished, elapsed);
            ends.Add((elapsed.TotalSeconds, observations));
        }
        return (estimate, ends);
    }
}
