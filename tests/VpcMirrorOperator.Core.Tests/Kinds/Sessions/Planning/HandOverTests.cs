using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;

/// <summary>A session that goes from one object to another never has two different writes on their way.</summary>
public class HandOverTests
{
    private static readonly PlannerInput Wanting = Given.Input(Given.Ids(1, 3), Given.Ids(1, 2));

    [Fact]
    public void The_call_of_another_object_is_waited_for()
    {
        var wait = Assert.IsType<Decision.Wait>(
            Beside(Given.Operation(OperationVerb.Remove, Given.Ids(3, 1), 22, holder: "other")).Plan().Decision);
        Assert.Equal((Reasons.WaitingForOtherObject, TimeSpan.FromSeconds(3)), (wait.Reason, wait.After));
    }

    [Fact]
    public void It_is_waited_for_even_if_nothing_is_to_be_done()
    {
        var input = Beside(Given.Operation(OperationVerb.Remove, Given.Ids(1, 1), 5)) with { Observed = Given.Session(Given.Ids(1, 3)) };
        Assert.Equal(Reasons.WaitingForOtherObject, input.Plan().Decision.Reason);
    }

    [Theory]
    [InlineData(25, null)] // it must have landed
    [InlineData(5, 4.0)] // it was accepted: nothing of it is on its way
    public void A_call_that_cannot_arrive_any_more_is_not_waited_for(double secondsAgo, double? acceptedSecondsAgo) =>
        Beside(Given.Operation(OperationVerb.Remove, Given.Ids(3, 1), secondsAgo, acceptedSecondsAgo)).Write();

    [Fact]
    public void Who_has_just_become_the_owner_beside_a_living_rival_waits_before_its_first_write()
    {
        var input = Beside(null) with { Memory = SessionMemory.Empty with { Times = new() { OwnerSince = Given.Now.AddSeconds(-24) } } };
        Assert.Equal(Reasons.WaitingForOtherObject, Assert.IsType<Decision.Wait>(input.Plan().Decision).Reason);
        (input with { Now = Given.Now.AddSeconds(1) }).Write();
    }

    [Fact]
    public void Who_has_just_become_the_owner_reports_what_is_as_declared_at_once()
    {
        var input = Beside(null) with
        {
            Observed = Given.Session(Given.Ids(1, 3)),
            Memory = SessionMemory.Empty with { Times = new() { OwnerSince = Given.Now } },
        };
        Assert.IsType<Decision.Done>(input.Plan().Decision);
    }

    [Fact]
    public void An_object_without_rivals_writes_at_once() =>
        (Wanting with { Memory = SessionMemory.Empty with { Times = new() { OwnerSince = Given.Now } } }).Write();

    [Fact]
    public void An_object_that_lost_its_session_follows_its_call_to_the_end_and_does_not_repeat_it()
    {
        var operation = Given.Operation(OperationVerb.Add, Given.Ids(3, 1), 5);
        var input = Wanting.Recorded(operation, Given.Ids(1, 2)) with { Owner = new ObjectKey("ids", "older") };
        var wait = Assert.IsType<Decision.Wait>(input.Plan().Decision);
        Assert.Equal((Reasons.WaitingForCloud, operation), (wait.Reason, input.Plan().Operation));
        var later = (input with { Now = Given.Now.AddSeconds(15) }).Plan();
        Assert.Equal(Reasons.OwnershipConflict, later.Decision.Reason);
        Assert.Null(later.Operation);
    }

    private static PlannerInput Beside(OperationState? operation)
    {
        var other = Given.Declared([]);
        return Wanting with
        {
            Memory = SessionMemory.Empty with { Times = new() { OwnerSince = Given.Now.AddHours(-1) } },
            Others =
            [
                other with
                {
                    Metadata = other.Metadata with { Name = "other", Uid = "uid-2" },
                    Status = new TrafficMirrorSessionStatus { Operation = operation },
                },
            ],
        };
    }
}
