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
    public void Looks_come_when_a_write_ends_once_its_duration_is_learned(double seconds)
    {
        var (bracket, _) = Learn(WriteDurationEstimate.Unknown, seconds, writes: 10);
        var (_, ends) = Learn(bracket, seconds, writes: 10);
        Assert.All(ends, end => Assert.InRange(end.Waited / seconds, 1, 1.05));
        Assert.All(ends, end => Assert.Equal(1, end.Looks));
    }

    [Fact]
    public void Over_a_long_time_the_looks_that_check_for_a_faster_cloud_cost_little()
    {
        var (bracket, _) = Learn(WriteDurationEstimate.Unknown, 3, writes: 10);
        var (_, ends) = Learn(bracket, 3, writes: 320);
        Assert.InRange(ends.Sum(end => end.Waited) / (3 * 320), 1, 1.05);
    }

    [Fact]
    public void Two_looks_are_at_least_a_second_apart() =>
        Gen.Select(Gen.Double[0, 100], Gen.Double[0.001, 100], Gen.Double[0, 400]).Sample((low, more, elapsed) =>
        {
            var bracket = new WriteDurationEstimate(TimeSpan.FromSeconds(low), TimeSpan.FromSeconds(low + more), 0);
            return bracket.NextPoll(TimeSpan.FromSeconds(elapsed)) >= WriteDurationEstimate.Floor;
        });

    [Fact]
    public void A_write_that_takes_far_longer_than_expected_is_looked_at_less_and_less_but_every_15_seconds()
    {
        var bracket = new WriteDurationEstimate(TimeSpan.FromSeconds(2.9), TimeSpan.FromSeconds(3), 0);
        Assert.Equal(TimeSpan.FromSeconds(5), bracket.NextPoll(TimeSpan.FromSeconds(10)));
        Assert.Equal(TimeSpan.FromSeconds(15), bracket.NextPoll(TimeSpan.FromSeconds(200)));
    }

    [Theory]
    [InlineData(3, 30)]
    [InlineData(30, 3)]
    public void A_cloud_that_has_become_slower_or_faster_is_noticed(double former, double now)
    {
        var (bracket, _) = Learn(WriteDurationEstimate.Unknown, former, writes: 10);
        (bracket, _) = Learn(bracket, now, writes: 80);
        var (_, ends) = Learn(bracket, now, writes: 20);
        Assert.InRange(ends.Average(end => end.Waited) / now, 1, 1.1);
    }

    [Fact]
    public void One_slow_write_does_not_make_all_later_ones_wait()
    {
        var (bracket, _) = Learn(WriteDurationEstimate.Unknown, 3, writes: 10);
        (bracket, _) = Learn(bracket, 30, writes: 1);
        (bracket, _) = Learn(bracket, 3, writes: 20);
        var (_, ends) = Learn(bracket, 3, writes: 10);
        Assert.InRange(ends.Average(end => end.Waited) / 3, 1, 1.1);
    }

    [Fact]
    public void Whatever_is_observed_the_bracket_stays_one() =>
        Gen.Select(Gen.Double[0, 60], Gen.Double[0, 60]).Array[1, 80].Sample(observations =>
        {
            var bracket = WriteDurationEstimate.Unknown;
            foreach (var (still, more) in observations)
            {
                bracket = bracket.Learn(TimeSpan.FromSeconds(still), TimeSpan.FromSeconds(still + more));
                Assert.True(bracket.Low >= TimeSpan.Zero && bracket.High >= bracket.Low);
            }
        });

    /// <summary>Carries out writes of a fixed duration, each looked at as the bracket says, 20 ms late.</summary>
    private static (WriteDurationEstimate Bracket, List<(double Waited, int Looks)> Ends) Learn(WriteDurationEstimate bracket, double seconds, int writes)
    {
        var ends = new List<(double, int)>();
        for (var write = 0; write < writes; write++)
        {
            var (elapsed, unfinished, looks) = (TimeSpan.Zero, TimeSpan.Zero, 0);
            do
            {
                if (looks > 0) unfinished = elapsed;
                elapsed += bracket.NextPoll(elapsed) + TimeSpan.FromMilliseconds(20);
                looks++;
            }
            while (elapsed.TotalSeconds < seconds);
            bracket = bracket.Learn(unfinished, elapsed);
            ends.Add((elapsed.TotalSeconds, looks));
        }
        return (bracket, ends);
    }
}
