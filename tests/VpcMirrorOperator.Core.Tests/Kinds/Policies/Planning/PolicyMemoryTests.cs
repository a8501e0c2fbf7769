using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Core.Tests.Kinds.Policies.Children;
using VpcMirrorOperator.Core.Tests.Kinds.Policies.World;
using VpcMirrorOperator.Kinds.Policies;
using VpcMirrorOperator.Kinds.Policies.Guards;
using VpcMirrorOperator.Kinds.Policies.Planning;
using VpcMirrorOperator.Kinds.Policies.Schedules;

namespace VpcMirrorOperator.Core.Tests.Kinds.Policies.Planning;

public class PolicyMemoryTests
{
    private static readonly DateTimeOffset Now = GivenPlan.Now;

    [Fact]
    public void P20_P21_P23_what_status_keeps_comes_back_after_a_restart()
    {
        var memory = new PolicyMemory
        {
            ScheduledEnd = Now.AddHours(2),
            Guard = new GuardState
            {
                Removals = [new RemovalRecord(Now.AddMinutes(-5), 3)], Selected = [new RemovalRecord(Now.AddHours(-1), 40)],
                Held = HeldPlan.Of(Ids.Of("eni-2", "eni-1")),
            },
        };
        var back = Restarted(memory);
        Assert.Equal(memory.ScheduledEnd, back.ScheduledEnd);
        Assert.Equal(memory.Guard.Removals, back.Guard.Removals);
        Assert.Equal(memory.Guard.Selected, back.Guard.Selected);
        Assert.Equal(memory.Guard.Held.Hash, back.Guard.Held!.Hash);
        Assert.Equal(["eni-1", "eni-2"], back.Guard.Held.Ids.Order());
    }

    [Fact]
    public void P14_delays_and_causes_begin_anew()
    {
        var back = Restarted(new PolicyMemory { Leaving = new Dictionary<string, DateTimeOffset> { ["eni-1"] = Now } });
        Assert.Empty(back.Leaving);
        Assert.Empty(back.Causes);
        Assert.Empty(back.Empty);
    }

    [Fact]
    public void A_policy_without_status_knows_nothing()
    {
        foreach (var status in new[] { null, new TrafficMirrorPolicyStatus() })
        {
            var memory = PolicyMemory.From(status);
            Assert.Null(memory.ScheduledEnd);
            Assert.Null(memory.Guard.Held);
            Assert.Empty(memory.Guard.Removals);
        }
    }

    [Fact]
    public void P21_of_a_hold_whose_ids_are_too_many_for_status_the_next_process_forms_another() =>
        Assert.Null(PolicyMemory.From(
            new TrafficMirrorPolicyStatus { Held = new HeldRemovals { PlanHash = "h", Count = 501 } }).Guard.Held);

    [Theory]
    [InlineData(0)]
    [InlineData(250)]
    [InlineData(999)]
    public void P23_an_end_with_a_part_of_a_second_is_known_after_a_restart(int milliseconds)
    {
        var window = new CaptureWindow { EndsAt = Now.AddHours(2).AddMilliseconds(milliseconds) };
        var recorded = CaptureSchedule.Record(window, null, Now, TimeSpan.FromMinutes(5));
        var back = Restarted(new PolicyMemory { ScheduledEnd = recorded }).ScheduledEnd;
        var late = Now.AddHours(3);
        back = CaptureSchedule.Record(window, back, late, TimeSpan.FromMinutes(5));
        Assert.Equal(CaptureState.Closed, CaptureSchedule.State(window, back, late));
    }

    [Fact]
    public void P14_timers_go_on_begin_and_are_forgotten()
    {
        var timers = new Dictionary<string, DateTimeOffset> { ["goes on"] = Now.AddMinutes(-3), ["ends"] = Now.AddMinutes(-9) };
        var kept = PolicyMemory.Keep(timers, ["goes on", "begins"], Now);
        Assert.Equal([("begins", Now), ("goes on", Now.AddMinutes(-3))], kept.OrderBy(one => one.Key).Select(one => (one.Key, one.Value)));
    }

    private static PolicyMemory Restarted(PolicyMemory memory) =>
        PolicyMemory.From(PolicyStatusBuilder.Remembered(GivenPolicy.With(), memory).Status);
}
