using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kinds.Sessions.Planning;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;

/// <summary>A fight with another writer is noticed, told and slowed down, and ends by itself.</summary>
public class ContestTests
{
    private static readonly string[] Desired = Given.Ids(1, 4);
    private static readonly string[] Without = Given.Ids(1, 3);
    private static readonly string[] Partner = Given.Ids(4, 1);

    [Fact]
    public void An_add_that_is_taken_back_three_times_makes_the_session_contested()
    {
        var memory = SessionMemory.Empty;
        for (var round = 1; round <= 3; round++)
        {
            memory = Undone(memory).Memory;
            Assert.Equal(round, memory.Operation.Contest!.Undone);
        }

        var plan = Undone(SessionMemory.Empty with { Operation = new() { Contest = Known(2) } }).Plan;
        var stall = Assert.IsType<Decision.Stall>(plan.Decision);
        Assert.Equal((Reasons.ContestedSession, TimeSpan.FromMinutes(1)), (stall.Reason, stall.After));
        Assert.Contains(Partner[0], stall.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_removal_that_is_taken_back_counts_too()
    {
        var operation = Given.Operation(OperationVerb.Remove, Partner, 5, acceptedSecondsAgo: 4);
        var memory = SessionMemory.Empty with { Operation = new() { SeenBusySequence = 1 } };
        var plan = (Given.Input(Without, Desired).Recorded(operation, Desired) with { Memory = memory }).Plan();
        Assert.Equal(1, plan.Facts?.Contest!.Undone);
        Assert.IsType<Decision.Write<OperationState>>(plan.Decision);
    }

    [Fact]
    public void Other_ids_are_remembered_and_count_when_they_come_again()
    {
        var once = Undone(SessionMemory.Empty with { Operation = new() { Contest = Known(2) with { SourceIds = Given.Ids(7, 1) } } });
        Assert.Equal(2, once.Plan.Facts?.Contest!.Undone);
        Assert.Equal(3, Undone(once.Memory).Plan.Facts?.Contest!.Undone);
    }

    [Fact]
    public void What_was_found_undone_counts_once()
    {
        var (plan, memory) = Undone(SessionMemory.Empty);
        Assert.Equal(1, (Given.Input(Desired, Without) with { Memory = memory }).Plan().Facts?.Contest!.Undone);
        Assert.Equal(1, plan.Facts?.Contest!.Undone);
    }

    [Fact]
    public void A_user_who_takes_an_edit_back_is_no_contest()
    {
        var finished = FinishedWrites.None.With(Given.Operation(OperationVerb.Add, Partner))
            .With(Given.Operation(OperationVerb.Remove, Partner));
        Assert.Empty(finished.UndoneIn(new SourceDiff([.. Partner], [], 4, 3)));
    }

    [Theory]
    [InlineData(3, 59, false)]
    [InlineData(3, 60, true)]
    [InlineData(4, 119, false)]
    [InlineData(4, 120, true)]
    [InlineData(30, 3599, false)]
    [InlineData(30, 3600, true)]
    public void Writes_are_tried_less_and_less_often(int undone, int seconds, bool writes) =>
        Assert.Equal(writes, Contested(undone, seconds, Without).Plan().Decision is Decision.Write<OperationState>);

    [Fact]
    public void A_list_that_is_as_declared_for_the_moment_is_not_Ready()
    {
        var plan = Contested(3, 90, Desired).Plan();
        Assert.Equal(Reasons.ContestedSession, Assert.IsType<Decision.Stall>(plan.Decision).Reason);
    }

    [Theory]
    [InlineData(3, 900)] // three drift check intervals
    [InlineData(8, 5760)] // three times the pause of 32 minutes
    public void It_is_over_when_it_has_been_quiet_for_three_pauses(int undone, int seconds)
    {
        Assert.NotNull(Contested(undone, seconds, Desired).Plan().Facts?.Contest);
        var plan = Contested(undone, seconds + 1, Desired).Plan();
        Assert.IsType<Decision.Done>(plan.Decision);
        Assert.Null(plan.Facts?.Contest);
    }

    [Fact]
    public void A_writer_that_comes_back_more_seldom_than_we_check_is_noticed()
    {
        var often = Contested(2, 299, Without);
        often = often with
        {
            Declared = often.Declared with { Spec = often.Declared.Spec with { DriftCheckInterval = TimeSpan.FromSeconds(30) } },
        };
        Assert.Equal(2, often.Plan().Facts?.Contest?.Undone);
    }

    [Fact]
    public void A_restart_goes_on_with_what_the_status_says() =>
        Assert.Equal(4, SessionMemory.From(new TrafficMirrorSessionStatus { Contest = Known(4) }, Given.Now).Operation.Contest!.Undone);

    private static (Plan Plan, SessionMemory Memory) Undone(SessionMemory memory)
    {
        var operation = Given.Operation(OperationVerb.Add, Partner, 5, acceptedSecondsAgo: 4);
        var busy = memory with { Operation = memory.Operation with { SeenBusySequence = 1 } };
        var plan = (Given.Input(Desired, Without).Recorded(operation, Without) with { Memory = busy }).Plan();
        return (plan, memory with
        {
            Operation = memory.Operation with { Finished = plan.Facts?.Finished!, Contest = plan.Facts?.Contest },
        });
    }

    private static ContestState Known(int undone, int secondsAgo = 0) =>
        new() { Undone = undone, LastUndoneAt = Given.Now.AddSeconds(-secondsAgo), SourceIds = Partner };

    private static PlannerInput Contested(int undone, int secondsAgo, string[] actual) =>
        Given.Input(Desired, actual) with
        {
            Memory = SessionMemory.Empty with { Operation = new() { Contest = Known(undone, secondsAgo) } },
        };
}
