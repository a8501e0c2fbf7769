using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Core.Tests.Kinds.Policies.Children;
using VpcMirrorOperator.Core.Tests.Kinds.Policies.Planning;
using VpcMirrorOperator.Kinds.Policies;
using VpcMirrorOperator.Kinds.Policies.Planning;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Core.Tests.Kinds.Policies;

public class PolicyScheduleTests
{
    private static readonly DateTimeOffset Now = GivenPlan.Now;

    [Theory]
    [InlineData(false, false, 0, 60)]
    [InlineData(false, true, 5000, 60)]
    [InlineData(true, true, 0, 2)]
    [InlineData(true, true, 99, 2)]
    [InlineData(true, true, 100, 4)]
    [InlineData(true, true, 1000, 22)]
    [InlineData(true, false, 0, 10)]
    [InlineData(true, false, 399, 10)]
    [InlineData(true, false, 1000, 22)]
    public void P24_the_region_is_listed_once_a_minute_and_more_often_only_to_confirm_something(
        bool isUnderWay, bool hasNews, int sessions, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), PolicySchedule.ListPause(isUnderWay, hasNews, sessions));

    [Fact]
    public void P24_at_rest_it_looks_again_in_a_minute_and_sooner_while_something_is_under_way()
    {
        Assert.Equal(TimeSpan.FromMinutes(1), Pause(GivenPlan.Of(("eni-1", "Covered"))));
        Assert.Equal(TimeSpan.FromSeconds(10), Pause(GivenPlan.Of(("eni-1", "Pending"))));
    }

    [Theory]
    [InlineData(295, 5)]
    [InlineData(299.5, 1)]
    [InlineData(250, 50)]
    [InlineData(300, 60)]
    [InlineData(4000, 60)]
    public void P14_the_end_of_a_delay_is_not_slept_through(double secondsAgo, double seconds)
    {
        var leaving = new Dictionary<string, DateTimeOffset> { ["eni-1"] = Now.AddSeconds(-secondsAgo) };
        Assert.Equal(TimeSpan.FromSeconds(seconds), Pause(GivenPlan.Of() with { Memory = new PolicyMemory { Leaving = leaving } }));
    }

    [Fact]
    public void P6_the_end_of_an_empty_sessions_delay_is_not_slept_through()
    {
        var empty = new Dictionary<ObjectKey, DateTimeOffset> { [new ObjectKey("ids", "shop-1")] = Now.AddSeconds(-270) };
        Assert.Equal(TimeSpan.FromSeconds(30), Pause(GivenPlan.Of() with { Memory = new PolicyMemory { Empty = empty } }));
    }

    [Theory]
    [InlineData(30, 600, 30)]
    [InlineData(-30, 40, 40)]
    [InlineData(-600, -30, 60)]
    [InlineData(-600, 600, 60)]
    public void P23_the_start_and_the_end_of_a_window_are_not_slept_through(int start, int end, int seconds)
    {
        var window = new CaptureWindow { StartsAt = Now.AddSeconds(start), EndsAt = Now.AddSeconds(end) };
        var policy = GivenPolicy.With(spec => spec with { Schedule = window });
        Assert.Equal(TimeSpan.FromSeconds(seconds), PolicySchedule.Pause(policy, GivenPlan.Of(), Now));
    }

    private static TimeSpan Pause(PolicyPlan plan) => PolicySchedule.Pause(GivenPolicy.With(), plan, Now);
}
