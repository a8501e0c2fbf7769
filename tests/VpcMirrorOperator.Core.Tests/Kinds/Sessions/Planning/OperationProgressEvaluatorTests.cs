using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Operations;
using VpcMirrorOperator.Kinds.Sessions.Planning;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;

/// <summary>Rules 6 and 7: what became of the recorded write.</summary>
public class OperationProgressEvaluatorTests
{
    private static readonly string[] Before = Given.Ids(1, 2);
    private static readonly string[] After = Given.Ids(1, 3);
    private static readonly string[] Added = Given.Ids(3, 1);

    [Fact]
    public void Nothing_recorded_is_nothing_to_judge() =>
        Assert.Equal(OperationProgress.None, SessionOperation.Progress(Given.Input(After, Before)));

    [Theory]
    [InlineData("Created", true, OperationProgress.Finished)]
    [InlineData("Modifying", true, OperationProgress.Running)] // the list may show it before it has settled
    [InlineData("Modifying", false, OperationProgress.Running)]
    [InlineData("Deleting", false, OperationProgress.Void)]
    public void An_operation_is_finished_only_when_a_settled_session_shows_it(string status, bool shows, OperationProgress progress)
    {
        var operation = Given.Operation(OperationVerb.Add, Added, 5, acceptedSecondsAgo: 4);
        Assert.Equal(progress, Evaluate(operation, Given.Session(shows ? After : Before, status)));
    }

    [Theory]
    [InlineData(3, 1, OperationProgress.Finished)] // neither is listed any more
    [InlineData(2, 2, OperationProgress.Running)] // one still is
    public void A_removal_shows_when_none_of_its_ids_is_listed(int from, int count, OperationProgress progress)
    {
        var operation = Given.Operation(OperationVerb.Remove, Given.Ids(1, 2), 2, acceptedSecondsAgo: 1);
        Assert.Equal(progress, Evaluate(operation, Given.Session(Given.Ids(from, count))));
    }

    [Fact]
    public void An_operation_on_a_session_that_is_gone_is_void() =>
        Assert.Equal(OperationProgress.Void, Evaluate(Given.Operation(OperationVerb.Add, Added, 5, 4), null));

    [Theory]
    [InlineData(299, OperationProgress.Running)]
    [InlineData(301, OperationProgress.TimedOut)]
    public void The_cloud_has_five_minutes_to_carry_it_out(int seconds, OperationProgress progress)
    {
        var modifying = Given.Session(Before, "Modifying");
        Assert.Equal(progress, Evaluate(Given.Operation(OperationVerb.Add, Added, 1000, acceptedSecondsAgo: seconds), modifying));
        Assert.Equal(progress, Evaluate(Given.Operation(OperationVerb.Add, Added, seconds), modifying));
    }

    [Theory]
    [InlineData(59, OperationProgress.Running)]
    [InlineData(60, OperationProgress.Void)]
    public void A_list_that_does_not_show_an_accepted_write_is_taken_for_old_for_a_while(int seconds, OperationProgress progress) =>
        Assert.Equal(progress, Evaluate(Given.Operation(OperationVerb.Add, Added, seconds, seconds), Given.Session(Before)));

    [Fact]
    public void A_write_that_was_seen_being_carried_out_has_ended_when_the_session_is_settled()
    {
        var operation = Given.Operation(OperationVerb.Add, Added, 5, acceptedSecondsAgo: 4);
        var seen = SessionMemory.Empty with { Operation = new() { SeenBusySequence = 1 } };
        Assert.Equal(OperationProgress.Finished, Evaluate(operation, Given.Session(Before), memory: seen));
    }

    [Fact]
    public void What_another_process_saw_says_nothing_of_our_own_read()
    {
        var operation = Given.Operation(OperationVerb.Add, Added, 5, acceptedSecondsAgo: 4);
        Assert.Equal(OperationProgress.Running, Evaluate(operation, Given.Session(Before), seenStatus: "Modifying"));
    }

    [Theory]
    [InlineData("me", 0, OperationProgress.Unknown)]
    [InlineData("other", 24, OperationProgress.HeldByOther)] // its clock may differ from ours
    [InlineData("other", 25, OperationProgress.Unknown)]
    public void A_write_without_an_answer_is_left_to_its_process_while_its_call_may_be_on_its_way(
        string holder, int seconds, OperationProgress progress) =>
        Assert.Equal(progress, Evaluate(Given.Operation(OperationVerb.Add, Added, seconds, holder: holder), Given.Session(Before)));

    [Fact]
    public void A_refused_write_is_void()
    {
        var memory = SessionMemory.Empty with
        {
            Operation = new() { Answered = new OperationAttempt(1, 1, Given.Me), RejectedAttempt = new OperationAttempt(1, 1, Given.Me) },
        };
        var operation = Given.Operation(OperationVerb.Add, Added, 1);
        Assert.Equal(OperationProgress.Void, Evaluate(operation, Given.Session(Before), memory: memory));
    }

    [Fact]
    public void The_refusal_of_an_earlier_write_says_nothing_of_this_one()
    {
        var memory = SessionMemory.Empty with { Operation = new() { RejectedAttempt = new OperationAttempt(1, 1, Given.Me) } };
        Assert.Equal(
            OperationProgress.Unknown,
            Evaluate(Given.Operation(OperationVerb.Add, Added, sequence: 2), Given.Session(Before), memory: memory));
    }

    private static OperationProgress Evaluate(
        OperationState operation, ObservedSession? session, string seenStatus = "Created", SessionMemory? memory = null) =>
        SessionOperation.Progress(Given.Input(Given.Declared(After), session).Recorded(operation, Before, seenStatus) with
        {
            Memory = memory ?? SessionMemory.Empty,
        });
}
