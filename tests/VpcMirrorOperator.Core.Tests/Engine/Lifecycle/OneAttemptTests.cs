using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Engine.Lifecycle;

namespace VpcMirrorOperator.Core.Tests.Engine.Lifecycle;

/// <summary>Rule S4: one attempt at a time, repeated byte-equal with its token, then looked up.</summary>
public class OneAttemptTests
{
    [Fact]
    public void S4_A_Create_without_an_answer_is_repeated_while_exactly_it_is_wanted() => Assert.IsType<LifecycleStep.Repeat>(
        Create(secondsAgo: 15).Later());

    [Fact]
    public void S4_Nobody_repeats_what_another_process_may_still_be_sending()
    {
        var input = Create(secondsAgo: 15, holder: "other");
        Assert.Equal(GivenLife.Now.AddSeconds(10), Assert.IsType<LifecycleStep.Wait>(input.Later()).At);
        Assert.IsType<LifecycleStep.Repeat>(input.Later(11));
    }

    [Fact]
    public void S4_After_five_minutes_it_is_looked_up_and_not_repeated()
    {
        Assert.IsType<LifecycleStep.Repeat>(Create(secondsAgo: 20, firstSecondsAgo: 300).Later());
        Assert.IsType<LifecycleStep.Look>(Create(secondsAgo: 20, firstSecondsAgo: 301).Later());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void S4_What_is_no_longer_wanted_is_looked_up(bool isDeleted)
    {
        var input = Create(secondsAgo: 20) with { IsStillWanted = isDeleted, Deletion = isDeleted ? DeletionIntent.Delete : null };
        Assert.IsType<LifecycleStep.Look>(input.Later());
    }

    [Fact]
    public void S4_What_the_look_finds_is_taken_and_the_operation_is_over()
    {
        var plan = LifecyclePlanner.Decide(Create(secondsAgo: 20, firstSecondsAgo: 400).Listed(GivenLife.Mine));
        Assert.Equal(new LifecycleStep.TakeBack(GivenLife.Id), plan.Step);
        Assert.Equal((GivenLife.Id, null), (plan.Record.Id, plan.Record.Operation));
    }

    [Fact]
    public void S4_What_the_look_does_not_find_is_void_only_after_both_limits()
    {
        var input = Create(secondsAgo: 10, firstSecondsAgo: 400);
        Assert.IsType<LifecycleStep.Look>(input.Later(GivenLife.ShownAfter - 10));
        var step = input.Later(GivenLife.ShownAfter - 9, 5);
        Assert.IsType<LifecycleStep.Create>(step);
    }

    [Fact]
    public void S4_Refused_in_every_attempt_it_is_over_without_a_new_look()
    {
        var plan = LifecyclePlanner.Decide(Create(secondsAgo: 1) with { IsRefused = true, IsAnswered = true, ByMark = null });
        Assert.Equal((null, null, true), (plan.Record.Operation, plan.Record.LastCreateAt, plan.Memory.IsFresh));
    }

    [Fact]
    public void S4_A_refusal_after_an_attempt_without_an_answer_ends_nothing() => Assert.IsType<LifecycleStep.Repeat>(
        (Create(secondsAgo: 1) with { IsRefused = false, IsAnswered = false }).Later());

    [Fact]
    public void S4_A_status_that_is_older_than_this_process_own_attempt_is_looked_up_and_not_repeated()
    {
        var restored = Create(secondsAgo: 30) with { Memory = new LifecycleMemory { LastCreateAt = GivenLife.Now.AddSeconds(-10) } };
        Assert.IsType<LifecycleStep.Look>(restored.Later(GivenLife.ShownAfter - 10));
        Assert.IsType<LifecycleStep.Create>(restored.Later(GivenLife.ShownAfter - 9, 5));
        var refused = LifecyclePlanner.Decide(restored with { IsRefused = true, IsAnswered = true });
        Assert.Equal((false, GivenLife.Now.AddSeconds(-10)), (refused.Memory.IsFresh, refused.Memory.LastCreateAt));
    }

    [Fact]
    public void S4_A_change_of_the_owner_is_repeated_only_while_the_mark_is_ours()
    {
        var former = GivenLife.Mine with { Owner = "uid-0" };
        var input = GivenLife.Input().Recorded().Listed(former).WithOperation(OperationVerb.Tag, 15);
        Assert.IsType<LifecycleStep.Repeat>(input.Later());
        var stripped = input.Listed(former with { CreatedBy = null });
        Assert.IsType<LifecycleStep.ReadIdAgain>(stripped.Later());
    }

    private static LifecycleInput Create(int secondsAgo, string holder = GivenLife.Me, int? firstSecondsAgo = null) =>
        GivenLife.Input().WithOperation(OperationVerb.Create, secondsAgo, holder, firstSecondsAgo);
}
