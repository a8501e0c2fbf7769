using CsCheck;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kinds.Sessions;
using VpcMirrorOperator.Kinds.Sessions.Planning;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions;

public class RequeueScheduleTests
{
    private readonly LearnedLimits _knowledge = new();

    [Fact]
    public void A_drift_check_comes_after_the_interval_give_or_take_a_tenth() =>
        Gen.Int[0, 10_000].Sample(seed => After(new Decision.Done(""), seed: seed) / TimeSpan.FromMinutes(5) is >= 0.9 and <= 1.1);

    [Fact]
    public void The_interval_is_counted_from_the_read_and_no_pause_is_shorter_than_a_second() =>
        Gen.Select(Gen.Int[0, 99], Gen.Double[0, 900]).Sample((seed, age) =>
    {
        var pause = After(new Decision.Done(""), readAgo: age, seed: seed).TotalSeconds;
        return pause >= 1 && pause + age <= Math.Max(330, age + 1) + 0.001;
    });

    [Theory]
    [InlineData(60, 60)]
    [InlineData(0.2, 1)]
    [InlineData(9999, 300)] // never later than a drift check
    public void A_stalled_session_is_observed_when_its_reason_says(double asked, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), After(new Decision.Stall("R", "", TimeSpan.FromSeconds(asked))));

    [Theory]
    [InlineData(2, 2)]
    [InlineData(0, 1)]
    public void A_wait_is_as_long_as_it_says_but_at_least_a_second(double asked, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), After(new Decision.Wait("R", "", TimeSpan.FromSeconds(asked))));

    [Fact]
    public void A_write_is_observed_when_it_is_expected_to_end()
    {
        _knowledge.Learn(new RegionRef(Accounts.Default, Given.Region), region => region with
        {
            WriteDuration = new WriteDurationEstimate(TimeSpan.FromSeconds(9.9), TimeSpan.FromSeconds(10), 1),
        });
        var operation = Given.Operation(OperationVerb.Add, Given.Ids(1, 1), 5, acceptedSecondsAgo: 4);
        Assert.Equal(TimeSpan.FromSeconds(6), After(new Decision.Wait("R", "", null), operation: operation));
    }

    [Theory]
    [InlineData(1, 30)]
    [InlineData(31, 31)]
    [InlineData(86_401, 86_400)]
    public void A_drift_check_interval_beyond_its_bounds_counts_as_the_bound(int declared, int inForce)
    {
        var spec = Given.Declared([]).Spec with { DriftCheckInterval = TimeSpan.FromSeconds(declared) };
        Assert.Equal(TimeSpan.FromSeconds(inForce), spec.DriftInterval());
    }

    private TimeSpan After(Decision decision, double readAgo = 0, int seed = 1, OperationState? operation = null) =>
        new RequeueSchedule(new Random(seed), _knowledge).After(new Observation(
            Given.Declared([]), new SessionSnapshot(null, Given.Now.AddSeconds(-readAgo)),
            new Plan(decision, Facts: null) { Operation = operation },
            SessionMemory.Empty, Given.Now));
}
