using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Operations;
using VpcMirrorOperator.Kinds.Sessions.Planning;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;

/// <summary>How much may go without approval: by default, over time, and down to a floor.</summary>
public class RemovalLimitTests
{
    private const int Minute = 60;

    [Theory]
    [InlineData(2, 1, true)]
    [InlineData(3, 1, true)]
    [InlineData(3, 2, false)]
    [InlineData(35, 17, true)]
    [InlineData(35, 18, false)]
    public void By_default_half_may_go(int actual, int removals, bool passes) =>
        AssertPasses(passes, Limited(Given.Ids(removals + 1, actual - removals), Given.Ids(1, actual), null));

    [Fact]
    public void The_only_source_may_be_replaced_by_default()
    {
        Assert.Equal(OperationVerb.Add, Limited(["eni-new"], ["eni-old"], null).Write().Operation.Verb);
        Assert.Equal(OperationVerb.Remove, Limited(["eni-new"], ["eni-new", "eni-old"], null).Write().Operation.Verb);
    }

    [Fact]
    public void From_thirty_five_to_one_is_held_by_default()
    {
        var hold = Held(Limited(Given.Ids(1, 1), Given.Ids(1, 35), null));
        Assert.Contains(
            "(34: eni-0002, eni-0003, eni-0004 and 31 more) exceed spec.safety.maxRemovals (by default 50%), which allows 17.",
            hold.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Small_edits_count_together_within_the_window()
    {
        // Twelve sources, half of them gone within the hour.
        var input = Limited(Given.Ids(2, 5), Given.Ids(1, 6), null, (30 * Minute, 6));
        Assert.Contains(
            "(1: eni-0001), with 6 within spec.safety.removalWindow (1h) before,", Held(input).Message, StringComparison.Ordinal);
        AssertPasses(true, Limited(Given.Ids(2, 5), Given.Ids(1, 6), null, (61 * Minute, 6)));
        AssertPasses(true, Limited(Given.Ids(2, 5), Given.Ids(1, 6), new SafetySpec { RemovalWindow = TimeSpan.Zero }, (30 * Minute, 6)));
    }

    [Fact]
    public void A_removal_that_was_done_is_counted_in_the_status_and_an_approved_one_is_not()
    {
        var operation = Given.Operation(OperationVerb.Remove, Given.Ids(3, 2), 100, 90);
        var input = Limited(Given.Ids(1, 2), Given.Ids(1, 2), null).Recorded(operation, Given.Ids(1, 4));
        var counted = Assert.Single(Given.Status(input).RecentRemovals);
        Assert.Equal((2, Given.Now), (counted.Count, counted.At));

        var approved = input.Declared.Status! with { Plan = new PlanState { Hash = "h", ApprovedHash = "h" } };
        Assert.Empty(Given.Status(input with { Declared = input.Declared with { Status = approved } }).RecentRemovals);
    }

    [Fact]
    public void What_is_counted_is_bounded_and_never_counted_for_less_long()
    {
        IReadOnlyList<RemovalCount> removals = [];
        for (var i = 0; i < 50; i++)
            removals = RecentRemovals.With(
                removals, Given.Operation(OperationVerb.Remove, ["eni-1"]), TimeSpan.FromHours(1), Given.Now.AddSeconds(i));
        Assert.Equal(TrafficMirrorSessionStatus.MaxListed, removals.Count);
        Assert.Equal(50, RecentRemovals.Within(removals, TimeSpan.FromHours(1), Given.Now.AddSeconds(50)));
        Assert.DoesNotContain(removals, removal => removal.At < Given.Now.AddSeconds(30));
    }

    [Fact]
    public void Below_the_floor_nothing_goes_approved_or_not()
    {
        var input = Limited(Given.Ids(1, 3), Given.Ids(1, 6), new SafetySpec { MinSources = 4 });
        Assert.Equal(Reasons.MinSourcesReached, Held(input).Reason);
        var approved = input with { Declared = input.Declared.Annotated(Annotations.ApprovedPlan, input.Plan().Hash) };
        Assert.Equal(Reasons.MinSourcesReached, Held(approved).Reason);
        AssertPasses(true, Limited(Given.Ids(1, 4), Given.Ids(1, 6), new SafetySpec { MinSources = 4 }));
    }

    [Fact]
    public void An_approval_that_does_not_fit_gets_an_answer()
    {
        var input = Limited(Given.Ids(1, 1), Given.Ids(1, 35), null);
        var wrong = input with { Declared = input.Declared.Annotated(Annotations.ApprovedPlan, "0123456789abcdef") };
        Assert.EndsWith("approves another plan, or the plan has changed since.", Held(wrong).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_addition_does_not_change_what_is_to_be_approved()
    {
        var input = Limited(Given.Ids(1, 1), Given.Ids(1, 35), null);
        var more = Limited([.. Given.Ids(1, 1), "eni-new"], Given.Ids(1, 35), null);
        Assert.Equal(input.Plan().Hash, more.Plan().Hash);
        Assert.Null(Limited(["eni-new", .. Given.Ids(1, 2)], Given.Ids(1, 2), null).Plan().Hash);
    }

    [Fact]
    public void A_removal_of_unknown_outcome_that_is_held_by_now_is_not_repeated_and_nothing_else_is_written()
    {
        var operation = Given.Operation(OperationVerb.Remove, Given.Ids(2, 10), 5);
        var input = Limited([.. Given.Ids(1, 1), "eni-new"], Given.Ids(1, 35), null).Recorded(operation, Given.Ids(1, 35));
        Assert.Equal(OperationProgress.Unknown, input.Plan().Progress);
        Assert.Equal(Reasons.MaxRemovalsExceeded, Held(input).Reason);
    }

    private static PlannerInput Limited(
        IReadOnlyList<string> desired, IReadOnlyList<string> actual, SafetySpec? safety, params (int SecondsAgo, int Count)[] removed)
    {
        var input = Given.Input(desired, actual, spec => spec with { Safety = safety });
        var status = new TrafficMirrorSessionStatus
        {
            RecentRemovals = [.. removed.Select(r => new RemovalCount { At = Given.Now.AddSeconds(-r.SecondsAgo), Count = r.Count })],
        };
        return removed.Length == 0 ? input : input with { Declared = input.Declared with { Status = status } };
    }

    private static Decision.Hold Held(PlannerInput input) => Assert.IsType<Decision.Hold>(input.Plan().Decision);

    private static void AssertPasses(bool passes, PlannerInput input) => Assert.Equal(passes, input.Plan().Decision is not Decision.Hold);
}
