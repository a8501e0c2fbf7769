using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kinds.Sessions.Planning;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;

/// <summary>What is decided for a deleted object whose sources are to leave the session.</summary>
public class DetachTests
{
    private const string ByRetain = "deletionPolicy: Retain";

    [Fact]
    public void Exactly_the_desired_ids_that_the_session_has_are_removed_in_batches_of_ten()
    {
        var plan = Given.Detaching(Given.Ids(1, 25), Given.Ids(3, 40)).Plan();
        var write = Assert.IsType<Decision.Write<OperationState>>(plan.Decision);
        Assert.Equal((OperationVerb.Remove, Reasons.RemovingSources), (write.Operation.Verb, write.Reason));
        Assert.Equal(Given.Ids(3, 10), write.Operation.Ids);
        Assert.Equal(Given.Ids(3, 23), plan.Diff!.ToRemove);
        Assert.Empty(plan.Diff.ToAdd);
    }

    [Fact]
    public void An_object_with_nothing_left_in_the_session_goes_whatever_else_is_wrong_with_the_session()
    {
        foreach (var session in new[]
        {
            Given.Session(Given.Ids(9, 2), "Modifying"),
            Given.Session([], "Created", "FinancialLocked"),
            Given.Session([], enabled: false),
        })
            Assert.Equal(Reasons.Detached, Released(Given.Detaching(Given.Ids(1, 3), []) with { Observed = session }));
    }

    [Fact]
    public void A_suspended_object_with_nothing_left_in_the_session_goes() =>
        Assert.Equal(Reasons.Detached, Released(Given.Detaching(Given.Ids(1, 3), Given.Ids(9, 2), spec => spec with { Suspend = true })));

    [Fact]
    public void An_object_whose_session_is_gone_or_going_goes()
    {
        var input = Given.Detaching(Given.Ids(1, 3), Given.Ids(1, 9));
        Assert.Equal(Reasons.Released, Released(input with { Observed = null }));
        Assert.Equal(Reasons.Released, Released(input with { Observed = Given.Session(Given.Ids(1, 3), "Deleting") }));
    }

    [Fact]
    public void A_session_that_is_gone_lets_the_object_go_only_when_no_call_can_be_on_its_way()
    {
        var input = Given.Detaching(Given.Ids(1, 3), Given.Ids(1, 9)) with { Observed = null };
        var early = input.Recorded(Given.Operation(OperationVerb.Remove, Given.Ids(1, 3), 5), Given.Ids(1, 9)).Plan();
        Assert.Equal(TimeSpan.FromSeconds(15), Assert.IsType<Decision.Wait>(early.Decision).After);
        Assert.NotNull(early.Operation);
        Assert.Equal(
            Reasons.Released, Released(input.Recorded(Given.Operation(OperationVerb.Remove, Given.Ids(1, 3), 20), Given.Ids(1, 9))));
    }

    [Theory]
    [InlineData("Modifying", "Normal", Reasons.SessionBusy)]
    [InlineData("Created", "FinancialLocked", Reasons.FinancialLocked)]
    public void A_session_that_takes_no_writes_is_waited_for(string status, string business, string reason) =>
        Assert.Equal(
            reason, (Given.Detaching(Given.Ids(1, 3), []) with { Observed = Given.Session(Given.Ids(1, 9), status, business) })
                .Plan().Decision.Reason);

    [Fact]
    public void Suspend_holds_it_and_names_the_ways_out()
    {
        var hold = Assert.IsType<Decision.Hold>(
            Given.Detaching(Given.Ids(1, 3), Given.Ids(1, 9), spec => spec with { Suspend = true }).Plan().Decision);
        Assert.Equal(Reasons.Suspended, hold.Reason);
        Assert.Contains(ByRetain, hold.Message, StringComparison.Ordinal);
        Assert.Single(hold.Message.Split(ByRetain)[1..]);
    }

    [Fact]
    public void A_deletion_that_would_empty_the_session_is_held_unless_that_is_allowed()
    {
        var hold = Assert.IsType<Decision.Hold>(Given.Detaching(Given.Ids(1, 12), Given.Ids(1, 12)).Plan().Decision);
        Assert.Equal(Reasons.WouldEmptySession, hold.Reason);
        Assert.Contains("allowEmpty: true", hold.Message, StringComparison.Ordinal);
        Assert.Contains(ByRetain, hold.Message, StringComparison.Ordinal);
        Assert.Equal(10, Given.Detaching(Given.Ids(1, 12), Given.Ids(1, 12), AllowEmpty).Write().Operation.Ids.Count);
        Assert.Equal(10, Given.Detaching(Given.Ids(1, 12), Given.Ids(1, 13)).Write().Operation.Ids.Count);
    }

    [Fact]
    public void A_deletion_above_the_limit_of_removals_is_held_until_it_is_approved()
    {
        var input = Given.Detaching(
            Given.Ids(1, 12), Given.Ids(1, 20), spec => spec with { Safety = new SafetySpec { MaxRemovals = new IntOrPercent(5, false) } });
        var held = input.Plan();
        Assert.Equal(Reasons.MaxRemovalsExceeded, Assert.IsType<Decision.Hold>(held.Decision).Reason);
        Assert.Contains(ByRetain, held.Decision.Message, StringComparison.Ordinal);
        (input with { Declared = input.Declared.Annotated(Annotations.ApprovedPlan, held.Hash) }).Write();
    }

    [Fact]
    public void An_approval_does_not_empty_the_session()
    {
        var input = Given.Detaching(Given.Ids(1, 2), Given.Ids(1, 2));
        var approved = input with { Declared = input.Declared.Annotated(Annotations.ApprovedPlan, input.Plan().Hash) };
        Assert.Equal(Reasons.WouldEmptySession, approved.Plan().Decision.Reason);
    }

    [Fact]
    public void A_removal_of_unknown_outcome_is_repeated_with_its_token()
    {
        var operation = Given.Operation(OperationVerb.Remove, Given.Ids(1, 3), 30);
        var again = Given.Detaching(Given.Ids(1, 3), Given.Ids(1, 9)).Recorded(operation, Given.Ids(1, 9)).Write().Operation;
        Assert.Equal((operation.ClientToken, 2), (again.ClientToken, again.Attempts));
    }

    [Fact]
    public void A_write_of_ours_that_the_cloud_carries_out_is_waited_for()
    {
        var operation = Given.Operation(OperationVerb.Add, Given.Ids(1, 3), 9, acceptedSecondsAgo: 8);
        var input = Given.Detaching(Given.Ids(1, 3), []).Recorded(operation, Given.Ids(9, 1));
        Assert.Equal(
            Reasons.WaitingForCloud,
            Assert.IsType<Decision.Wait>((input with { Observed = Given.Session(Given.Ids(9, 1), "Modifying") }).Plan().Decision).Reason);
        Assert.Equal(
            Reasons.WaitingForCloud,
            Assert.IsType<Decision.Wait>((input with { Observed = Given.Session(Given.Ids(9, 1)) }).Plan().Decision).Reason);
    }

    [Theory]
    [InlineData(30, false)]
    [InlineData(79, false)]
    [InlineData(80, true)]
    public void An_add_of_unknown_outcome_must_have_had_the_time_to_show_before_the_object_goes(int secondsAgo, bool goes)
    {
        var operation = Given.Operation(OperationVerb.Add, Given.Ids(1, 3), secondsAgo);
        var plan = Given.Detaching(Given.Ids(1, 3), Given.Ids(9, 1)).Recorded(operation, Given.Ids(9, 1)).Plan();
        Assert.Equal(goes, plan.Decision is Decision.Release);
        Assert.Equal(goes, plan.Operation is null);
    }

    [Fact]
    public void Sources_that_the_cloud_refuses_to_detach_stall_it_with_a_way_out()
    {
        var input = Given.Detaching(Given.Ids(1, 1), Given.Ids(1, 9)) with { Memory = SessionMemory.Empty.Refusing(60, Given.Id(1)) };
        var stall = Assert.IsType<Decision.Stall>(input.Plan().Decision);
        Assert.Equal(Reasons.SourcesRejected, stall.Reason);
        Assert.Contains(ByRetain, stall.Message, StringComparison.Ordinal);
    }

    private static TrafficMirrorSessionSpec AllowEmpty(TrafficMirrorSessionSpec spec) =>
        spec with { Safety = new SafetySpec { AllowEmpty = true } };

    private static string Released(PlannerInput input) => Assert.IsType<Decision.Release>(input.Plan().Decision).Reason;
}
