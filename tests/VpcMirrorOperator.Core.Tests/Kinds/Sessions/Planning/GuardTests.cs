using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kinds.Sessions.Planning;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;

/// <summary>What an object's own settings forbid.</summary>
public class GuardTests
{
    [Theory]
    [InlineData(ManagementPolicy.Sync, null)]
    [InlineData(ManagementPolicy.Sync, false)]
    public void An_empty_list_never_empties_a_session_by_itself(ManagementPolicy policy, bool? allowEmpty)
    {
        var plan = Given.Input([], Given.Ids(1, 1), spec => spec with
        {
            ManagementPolicy = policy, Safety = new SafetySpec { AllowEmpty = allowEmpty },
        }).Plan();
        Assert.Equal(Reasons.EmptySourceList, Assert.IsType<Decision.Hold>(plan.Decision).Reason);
    }

    [Fact]
    public void An_empty_list_empties_the_session_when_that_is_allowed()
    {
        var write = Given.Input([], Given.Ids(1, 1), spec => spec with { Safety = new SafetySpec { AllowEmpty = true } }).Write();
        Assert.Equal(OperationVerb.Remove, write.Operation.Verb);
    }

    [Fact]
    public void An_approval_does_not_allow_to_empty_a_session()
    {
        var input = Given.Input([], Given.Ids(1, 1));
        var approved = input with { Declared = input.Declared.Annotated(Annotations.ApprovedPlan, input.Plan().Hash) };
        Assert.Equal(Reasons.EmptySourceList, approved.Plan().Decision.Reason);
    }

    [Theory]
    [InlineData("2", 10, 2, true)]
    [InlineData("2", 10, 3, false)]
    [InlineData("0", 10, 1, false)]
    [InlineData("20%", 10, 2, true)]
    [InlineData("20%", 10, 3, false)]
    [InlineData("20%", 4, 1, false)] // 0.8, rounded down: a small set has no loophole
    [InlineData("25%", 4, 1, true)]
    [InlineData("50%", 1, 0, true)]
    [InlineData("100%", 4, 3, true)]
    public void Removals_are_held_above_their_limit_of_the_sources_mirrored_now(string limit, int actual, int removals, bool passes)
    {
        Assert.True(IntOrPercent.TryParse(limit, out var max));
        var decision = Given.Input(
            Given.Ids(removals + 1, actual - removals), Given.Ids(1, actual),
            spec => spec with { Safety = new SafetySpec { MaxRemovals = max } }).Plan().Decision;
        if (passes) Assert.False(decision is Decision.Hold);
        else Assert.Equal(Reasons.MaxRemovalsExceeded, Assert.IsType<Decision.Hold>(decision).Reason);
    }

    [Fact]
    public void A_plan_with_too_many_removals_adds_what_is_missing_and_tells_the_hash_of_its_removals()
    {
        var input = Given.Input(
            Given.Ids(6, 10), Given.Ids(1, 10), spec => spec with { Safety = new SafetySpec { MaxRemovals = new IntOrPercent(4, false) } });
        Assert.Equal((OperationVerb.Add, 5), (input.Write().Operation.Verb, input.Write().Operation.Ids.Count));

        var added = input with { Observed = Given.Session(Given.Ids(1, 15)) };
        var hold = Assert.IsType<Decision.Hold>(added.Plan().Decision);
        Assert.Contains($"{Annotations.ApprovedPlan}: \"{input.Plan().Hash}\"", hold.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ManagementPolicy.Sync, true, Reasons.Suspended)]
    [InlineData(ManagementPolicy.Observe, true, Reasons.Suspended)]
    [InlineData(ManagementPolicy.Observe, false, Reasons.ObserveOnly)]
    public void Suspended_and_observed_sessions_are_planned_but_not_written(ManagementPolicy policy, bool suspend, string reason)
    {
        var plan = Given.Input(Given.Ids(1, 3), Given.Ids(2, 3), spec => spec with { ManagementPolicy = policy, Suspend = suspend }).Plan();
        Assert.Equal(reason, Assert.IsType<Decision.Hold>(plan.Decision).Reason);
        Assert.Equal((1, 1), (plan.Diff!.ToAdd.Length, plan.Diff.ToRemove.Length));
        Assert.NotNull(plan.Hash);
    }

    [Fact]
    public void A_suspended_session_that_is_as_declared_is_done() =>
        Assert.IsType<Decision.Done>(Given.Input(Given.Ids(1, 1), Given.Ids(1, 1), spec => spec with { Suspend = true }).Plan().Decision);

    [Fact]
    public void AddOnly_adds_and_leaves_the_others_alone()
    {
        static TrafficMirrorSessionSpec AddOnly(TrafficMirrorSessionSpec spec) => spec with { ManagementPolicy = ManagementPolicy.AddOnly };
        Assert.Equal(OperationVerb.Add, Given.Input(Given.Ids(2, 2), Given.Ids(1, 2), AddOnly).Write().Operation.Verb);
        Assert.IsType<Decision.Done>(Given.Input(Given.Ids(2, 1), Given.Ids(1, 2), AddOnly).Plan().Decision);
        Assert.IsType<Decision.Done>(Given.Input([], Given.Ids(1, 2), AddOnly).Plan().Decision);
    }

    [Fact]
    public void Removals_are_held_while_not_one_desired_source_could_be_added()
    {
        var input = Given.Input(Given.Ids(1, 2), Given.Ids(3, 2)) with { Memory = SessionMemory.Empty.Refusing(60, Given.Ids(1, 2)) };
        Assert.Equal(Reasons.WouldEmptySession, Assert.IsType<Decision.Hold>(input.Plan().Decision).Reason);
    }

    [Fact]
    public void Removals_go_on_when_at_least_one_desired_source_is_mirrored()
    {
        var input = Given.Input(Given.Ids(1, 2), Given.Ids(2, 2)) with { Memory = SessionMemory.Empty.Refusing(60, Given.Id(1)) };
        Assert.Equal(Given.Ids(3, 1), input.Write().Operation.Ids);
    }
}
