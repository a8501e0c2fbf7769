using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kinds.Sessions.Planning;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;

/// <summary>An object that may not touch its session writes nothing, removes nothing, and lets go.</summary>
public class RefusalTests
{
    private static readonly Refusal NotAllowed = new(Reasons.NotAllowed, "no");
    private static readonly PlannerInput Wanting = Given.Input(Given.Ids(1, 1), Given.Ids(1, 21)) with { Refusal = NotAllowed };

    [Fact]
    public void It_needs_no_observation_and_an_observation_changes_nothing()
    {
        foreach (var plan in new[] { SessionPlanner.DecideUnobserved(Wanting with { Observed = null })!, SessionPlanner.Decide(Wanting) })
        {
            Assert.Equal(new Decision.Stall(Reasons.NotAllowed, "no", null), plan.Decision);
            Assert.Null(plan.Facts);
        }
    }

    [Fact]
    public void Its_own_call_that_may_be_on_its_way_stays_recorded_until_it_cannot_arrive_any_more()
    {
        var operation = Given.Operation(OperationVerb.Remove, Given.Ids(2, 1), 5);
        var input = Wanting.Recorded(operation, Given.Ids(1, 21));
        var plan = input.Plan();
        Assert.Equal((TimeSpan.FromSeconds(15), operation), (Assert.IsType<Decision.Stall>(plan.Decision).After, plan.Operation));
        var later = (input with { Now = Given.Now.AddSeconds(15) }).Plan();
        Assert.Equal((null, null), (Assert.IsType<Decision.Stall>(later.Decision).After, later.Operation));
    }

    [Theory]
    [InlineData(Reasons.NotAllowed)]
    [InlineData(Reasons.OwnershipConflict)]
    public void Deleted_with_Detach_it_is_released_and_nothing_is_detached(string reason)
    {
        var input = Given.Detaching(Given.Ids(1, 3), Given.Ids(1, 9)) with { Refusal = new(reason, "no") };
        Assert.Equal(Reasons.Released, Assert.IsType<Decision.Release>(input.Plan().Decision).Reason);
        Assert.IsType<Decision.Release>(SessionPlanner.Decide(input).Decision);
    }

    [Fact]
    public void Deleted_it_stays_while_its_call_may_be_on_its_way()
    {
        var input = Given.Detaching(Given.Ids(1, 3), Given.Ids(1, 9))
            .Recorded(Given.Operation(OperationVerb.Remove, Given.Ids(1, 3), 5), Given.Ids(1, 9)) with { Refusal = NotAllowed };
        Assert.Equal(TimeSpan.FromSeconds(15), Assert.IsType<Decision.Wait>(input.Plan().Decision).After);
        Assert.IsType<Decision.Release>((input with { Now = Given.Now.AddSeconds(15) }).Plan().Decision);
    }
}
