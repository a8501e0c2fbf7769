using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Operations;
using VpcMirrorOperator.Kinds.Sessions.Planning;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;

/// <summary>Rule 7: an operation without an answer is over only when its call cannot arrive any more.</summary>
public class OperationFlightTests
{
    private static readonly string[] Before = Given.Ids(1, 3);
    private static readonly string[] After = Given.Ids(1, 2);
    private static readonly string[] Gone = Given.Ids(3, 1);

    [Theory]
    [InlineData(19, OperationProgress.Landing)]
    [InlineData(20, OperationProgress.Finished)]
    public void A_list_that_shows_the_effect_proves_nothing_while_the_call_may_arrive(int secondsAgo, OperationProgress progress) =>
        Assert.Equal(progress, SessionOperation.Progress(Unanswered(secondsAgo)));

    [Fact]
    public void Nothing_else_is_written_meanwhile_whatever_the_user_declares()
    {
        var wait = Assert.IsType<Decision.Wait>(Unanswered(12, desired: Before).Plan().Decision);
        Assert.Equal((Reasons.WaitingForCloud, TimeSpan.FromSeconds(8)), (wait.Reason, wait.After));
        Assert.Equal(OperationVerb.Add, Unanswered(20, desired: Before).Write().Operation.Verb);
    }

    [Fact]
    public void A_list_that_was_read_before_the_call_landed_is_read_again()
    {
        var input = Unanswered(20.5) with { ReadAt = Given.Now.AddSeconds(-1) };
        Assert.Equal(TimeSpan.FromSeconds(1), Assert.IsType<Decision.Wait>(input.Plan().Decision).After);
        Assert.IsType<Decision.Done>((input with { ReadAt = Given.Now }).Plan().Decision);
    }

    [Fact]
    public void An_answered_call_has_landed_at_once()
    {
        var input = Unanswered(1) with
        {
            Memory = SessionMemory.Empty with { Operation = new() { Answered = new OperationAttempt(1, 1, Given.Me) } },
        };
        Assert.Equal(OperationProgress.Finished, SessionOperation.Progress(input));
    }

    [Fact]
    public void What_is_known_of_an_own_call_says_nothing_of_another_process_with_its_number()
    {
        // The status was lost or an old one restored, and the other process began to count anew.
        var memory = SessionMemory.Empty with
        {
            Operation = new()
            {
                Answered = new OperationAttempt(1, 1, Given.Me), RejectedAttempt = new OperationAttempt(1, 1, Given.Me),
            },
        };
        Assert.Equal(
            OperationProgress.HeldByOther, SessionOperation.Progress(Unanswered(5, holder: "other") with { Memory = memory }));
    }

    [Fact]
    public void A_refused_repeat_does_not_end_an_operation_whose_first_attempt_may_arrive()
    {
        var memory = SessionMemory.Empty with { Operation = new() { RejectedAttempt = new OperationAttempt(1, 2, Given.Me) } };
        var input = Unanswered(5, attempts: 2, shown: Before) with { Memory = memory };
        Assert.Equal(OperationProgress.Landing, SessionOperation.Progress(input));
        Assert.Equal(OperationProgress.Void, SessionOperation.Progress(input with { Now = Given.Now.AddSeconds(15) }));
    }

    [Fact]
    public void A_call_of_another_process_has_landed_later_for_its_clock_may_differ()
    {
        var input = Unanswered(22, holder: "other");
        Assert.Equal(OperationProgress.HeldByOther, SessionOperation.Progress(input));
        Assert.Equal(OperationProgress.Finished, SessionOperation.Progress(input with { Now = Given.Now.AddSeconds(3) }));
    }

    [Fact]
    public void A_session_that_is_being_deleted_does_not_hide_a_call_on_its_way()
    {
        var plan = (Unanswered(5) with { Observed = Given.Session(Before, "Deleting") }).Plan();
        Assert.IsType<Decision.Wait>(plan.Decision);
        Assert.NotNull(plan.Operation);
    }

    private static PlannerInput Unanswered(
        double secondsAgo, string[]? desired = null, string[]? shown = null, string holder = Given.Me, int attempts = 1) =>
        Given.Input(desired ?? After, shown ?? After).Recorded(
            Given.Operation(OperationVerb.Remove, Gone, secondsAgo, holder: holder) with { Attempts = attempts }, Before);
}
