using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Operations;
using VpcMirrorOperator.Kinds.Sessions.Planning;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;

/// <summary>Rule 6: what is done about a write whose outcome is unknown, running or late.</summary>
public class RepeatTests
{
    private static readonly string[] Before = Given.Ids(1, 2);
    private static readonly string[] Added = Given.Ids(3, 2);

    [Fact]
    public void A_write_of_unknown_outcome_is_repeated_with_its_token_and_recorded_as_another_attempt()
    {
        var operation = Given.Operation(OperationVerb.Add, Added, 3, holder: "former", sequence: 7) with
        {
            StartedAt = Given.Now.AddSeconds(-30),
        };
        var again = Given.Input(Given.Ids(1, 30), Before).Recorded(operation, Before).Write().Operation;
        Assert.Equal(
            operation with { Attempts = 2, Holder = Given.Me, StartedAt = Given.Now, FirstStartedAt = operation.StartedAt }, again);
    }

    [Fact]
    public void After_a_lost_status_no_sequence_is_used_that_this_process_remembers()
    {
        var memory = SessionMemory.Empty with
        {
            Operation = new OperationMemory
            {
                Answered = new OperationAttempt(4, 1, Given.Me), RejectedAttempt = new OperationAttempt(3, 2, Given.Me),
            },
        };
        var write = (Given.Input(Given.Ids(1, 4), Before) with { Memory = memory }).Write();
        Assert.Equal(5, write.Operation.Sequence);
    }

    [Fact]
    public void While_the_cloud_works_on_our_write_it_is_waited_for()
    {
        var operation = Given.Operation(OperationVerb.Add, Added, 3, acceptedSecondsAgo: 2);
        var plan = Given.Input(Given.Declared(Given.Ids(1, 4)), Given.Session(Before, "Modifying")).Recorded(operation, Before).Plan();
        var wait = Assert.IsType<Decision.Wait>(plan.Decision);
        Assert.Equal((Reasons.WaitingForCloud, null, operation), (wait.Reason, wait.After, plan.Operation));
    }

    [Fact]
    public void A_write_that_takes_too_long_stalls_and_stays_recorded()
    {
        var operation = Given.Operation(OperationVerb.Add, Added, 303, acceptedSecondsAgo: 302);
        var plan = Given.Input(Given.Declared(Given.Ids(1, 4)), Given.Session(Before, "Modifying")).Recorded(operation, Before).Plan();
        var stall = Assert.IsType<Decision.Stall>(plan.Decision);
        Assert.Equal((Reasons.ModifyingTimeout, operation), (stall.Reason, plan.Operation));
        Assert.NotNull(stall.After);
    }

    [Fact]
    public void A_write_of_another_process_is_left_alone_until_its_call_must_have_ended()
    {
        var operation = Given.Operation(OperationVerb.Add, Added, 5, holder: "other");
        var wait = Assert.IsType<Decision.Wait>(Given.Input(Given.Ids(1, 4), Before).Recorded(operation, Before).Plan().Decision);
        Assert.Equal((Reasons.WaitingForOtherProcess, TimeSpan.FromSeconds(20)), (wait.Reason, wait.After));
    }

    [Theory]
    [InlineData(2)] // there is something else to do
    [InlineData(0)] // there is nothing else to do
    public void A_write_that_is_not_wanted_any_more_is_given_up_only_when_its_call_must_have_ended(int others)
    {
        var desired = Given.Ids(1, 2).Concat(Given.Ids(7, others)).ToArray();
        var early = Given.Input(desired, Before).Recorded(Given.Operation(OperationVerb.Add, Added, 5), Before).Plan();
        var wait = Assert.IsType<Decision.Wait>(early.Decision);
        Assert.Equal((Reasons.WaitingForCloud, TimeSpan.FromSeconds(15)), (wait.Reason, wait.After));
        Assert.NotNull(early.Operation);

        var late = Given.Input(desired, Before).Recorded(Given.Operation(OperationVerb.Add, Added, 20), Before).Plan();
        Assert.Equal(others > 0 ? 2L : null, late.Operation?.Sequence);
    }

    [Fact]
    public void A_write_that_is_not_wanted_any_more_is_given_up_at_once_when_the_cloud_has_answered_it()
    {
        var input = Given.Input(Given.Ids(1, 2), Before).Recorded(Given.Operation(OperationVerb.Add, Added, 5), Before);
        var answered = new OperationMemory { Answered = new OperationAttempt(1, 1, Given.Me) };
        var plan = (input with { Memory = SessionMemory.Empty with { Operation = answered } })
            .Plan();
        Assert.IsType<Decision.Done>(plan.Decision);
        Assert.Null(plan.Operation);
    }

    [Fact]
    public void A_removal_that_has_become_dangerous_is_not_repeated()
    {
        var input = Given.Input(Given.Ids(8, 2), Before).Recorded(Given.Operation(OperationVerb.Remove, Before, 30), Before);
        var memory = SessionMemory.Empty.Refusing(60, Given.Ids(8, 2));
        Assert.Equal(Reasons.WouldEmptySession, Assert.IsType<Decision.Hold>((input with { Memory = memory }).Plan().Decision).Reason);
    }

    [Fact]
    public void A_write_of_unknown_outcome_is_not_repeated_under_suspend_and_stays_recorded()
    {
        var operation = Given.Operation(OperationVerb.Add, Added, 30);
        var plan = Given.Input(Given.Ids(1, 4), Before, spec => spec with { Suspend = true }).Recorded(operation, Before).Plan();
        Assert.Equal(Reasons.Suspended, Assert.IsType<Decision.Hold>(plan.Decision).Reason);
        Assert.Equal(operation, plan.Operation);
    }

    [Fact]
    public void A_batch_that_is_too_large_by_now_is_not_repeated()
    {
        var input = Given.Input(Given.Ids(1, 4), Before).Recorded(Given.Operation(OperationVerb.Add, Added, 30), Before);
        var next = (input with { AddBatchSize = 1 }).Write().Operation;
        Assert.Equal((2, 1), (next.Sequence, next.Ids.Count));
    }

    [Fact]
    public void A_refused_write_is_planned_anew_with_another_token()
    {
        var operation = Given.Operation(OperationVerb.Add, Added, 1);
        var input = Given.Input(Given.Ids(1, 4), Before).Recorded(operation, Before);
        var attempt = new OperationAttempt(1, 1, Given.Me);
        var memory = SessionMemory.Empty with { Operation = new() { Answered = attempt, RejectedAttempt = attempt } };
        var next = (input with { Memory = memory }).Write().Operation;
        Assert.Equal(operation.Ids, next.Ids);
        Assert.NotEqual(operation.ClientToken, next.ClientToken);
    }
}
