using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;

/// <summary>Rule 3, and what the session's own state means: no write unless it is <c>Created</c> and in good standing.</summary>
public class SessionStateTests
{
    private static readonly string[] Desired = Given.Ids(1, 2);
    private static readonly string[] Actual = Given.Ids(2, 2);

    [Fact]
    public void A_session_that_is_as_declared_is_done()
    {
        var plan = Given.Input(Desired, Desired).Plan();
        Assert.IsType<Decision.Done>(plan.Decision);
        Assert.Equal((Reasons.Synced, null), (plan.Decision.Reason, plan.Hash));
    }

    [Fact]
    public void A_session_that_the_cloud_does_not_list_stalls_without_a_diff()
    {
        var plan = Given.Input(Given.Declared(Desired), null).Plan();
        Assert.Equal(Reasons.SessionNotFound, Assert.IsType<Decision.Stall>(plan.Decision).Reason);
        Assert.Null(plan.Diff);
        Assert.Null(plan.Operation);
    }

    [Theory]
    [InlineData("Creating")]
    [InlineData("Modifying")]
    [InlineData("Something new")]
    public void A_session_that_somebody_else_changes_is_waited_for(string status)
    {
        var wait = Assert.IsType<Decision.Wait>(Given.Input(Given.Declared(Desired), Given.Session(Actual, status)).Plan().Decision);
        Assert.Equal((Reasons.SessionBusy, TimeSpan.FromSeconds(2)), (wait.Reason, wait.After));
    }

    [Theory]
    [InlineData(10, 5)]
    [InlineData(300, 15)]
    public void The_longer_a_session_is_busy_the_less_often_it_is_observed(int busySeconds, int pauseSeconds)
    {
        var input = Given.Input(Given.Declared(Desired), Given.Session(Actual, "Modifying"));
        var memory = SessionMemory.Empty with { Times = new() { BusySince = Given.Now.AddSeconds(-busySeconds) } };
        var wait = Assert.IsType<Decision.Wait>((input with { Memory = memory }).Plan().Decision);
        Assert.Equal(TimeSpan.FromSeconds(pauseSeconds), wait.After);
    }

    [Fact]
    public void A_session_that_stays_busy_for_more_than_five_minutes_stalls_and_is_observed_slowly()
    {
        var input = Given.Input(Given.Declared(Desired), Given.Session(Actual, "Modifying"));
        var memory = SessionMemory.Empty with { Times = new() { BusySince = Given.Now.AddSeconds(-301) } };
        var stall = Assert.IsType<Decision.Stall>((input with { Memory = memory }).Plan().Decision);
        Assert.Equal((Reasons.ModifyingTimeout, TimeSpan.FromMinutes(1)), (stall.Reason, stall.After));
    }

    [Fact]
    public void A_session_that_is_being_deleted_stalls()
    {
        var plan = Given.Input(Given.Declared(Desired), Given.Session(Actual, "Deleting")).Plan();
        Assert.Equal(Reasons.SessionDeleting, Assert.IsType<Decision.Stall>(plan.Decision).Reason);
    }

    [Fact]
    public void A_session_that_is_being_deleted_is_reported_as_that_even_while_our_own_write_is_recorded()
    {
        var operation = Given.Operation(OperationVerb.Add, ["eni-0001"], 2, acceptedSecondsAgo: 1);
        var plan = Given.Input(Given.Declared(Desired), Given.Session(Actual, "Deleting")).Recorded(operation, Actual).Plan();
        Assert.Equal(Reasons.SessionDeleting, plan.Decision.Reason);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_locked_account_stalls_even_when_the_list_is_as_declared(bool same)
    {
        var plan = Given.Input(Given.Declared(Desired), Given.Session(same ? Desired : Actual, business: "FinancialLocked")).Plan();
        Assert.Equal(Reasons.FinancialLocked, Assert.IsType<Decision.Stall>(plan.Decision).Reason);
    }

    [Fact]
    public void A_session_without_a_business_status_counts_as_in_good_standing() =>
        Assert.IsType<Decision.Write<OperationState>>(
            Given.Input(Given.Declared(Desired), Given.Session(Actual, business: null)).Plan().Decision);

    [Fact]
    public void A_disabled_session_is_brought_in_line_first_and_then_stalls()
    {
        Assert.IsType<Decision.Write<OperationState>>(
            Given.Input(Given.Declared(Desired), Given.Session(Actual, enabled: false)).Plan().Decision);
        var stall = Given.Input(Given.Declared(Desired), Given.Session(Desired, enabled: false)).Plan().Decision;
        Assert.Equal(Reasons.SessionDisabled, Assert.IsType<Decision.Stall>(stall).Reason);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_object_whose_session_belongs_to_an_older_object_does_nothing(bool listed)
    {
        var input = Given.Input(Given.Declared(Desired), listed ? Given.Session(Actual) : null) with
        {
            Owner = new ObjectKey("ids", "older"),
        };
        var stall = Assert.IsType<Decision.Stall>(input.Plan().Decision);
        Assert.Equal(Reasons.OwnershipConflict, stall.Reason);
        Assert.Contains("ids/older", stall.Message, StringComparison.Ordinal);
    }
}
