using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;

/// <summary>Which deleted objects go without being detached, whatever the cloud shows.</summary>
public class ReleaseTests
{
    private static readonly PlannerInput Detaching = Given.Detaching(Given.Ids(1, 3), Given.Ids(1, 9));

    public static TheoryData<string> Cases => [.. Inputs.Keys];

    private static Dictionary<string, PlannerInput> Inputs => new()
    {
        ["Retain"] = With(spec => spec with { DeletionPolicy = DeletionPolicy.Retain }),
        ["no policy"] = With(spec => spec with { DeletionPolicy = null }),
        ["suspended Retain"] = With(spec => spec with { DeletionPolicy = null, Suspend = true }),
        ["Observe"] = With(spec => spec with { ManagementPolicy = ManagementPolicy.Observe }),
        ["AddOnly"] = With(spec => spec with { ManagementPolicy = ManagementPolicy.AddOnly }),
        ["owned by another"] = Detaching with { Owner = new ObjectKey("ids", "older") },
        ["uninstall"] = Detaching with { KindIsGoingAway = true },
        ["no finalizer"] =
            Detaching with { Declared = Detaching.Declared with { Metadata = Detaching.Declared.Metadata with { Finalizers = [
                "other"] } } },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void It_goes_without_an_observation_of_the_cloud(string name)
    {
        var input = Inputs[name];
        Assert.Equal(Reasons.Released, Assert.IsType<Decision.Release>(DeletionPlanner.Decide(input)).Reason);
        Assert.Equal(Reasons.Released, Assert.IsType<Decision.Release>(input.Plan().Decision).Reason);
        Assert.IsType<Decision.Release>((input with { Observed = null }).Plan().Decision);
    }

    [Fact]
    public void A_call_that_may_be_on_its_way_is_waited_for()
    {
        var operation = Given.Operation(OperationVerb.Add, Given.Ids(1, 3), 5);
        var input = Inputs["Retain"].Recorded(operation, Given.Ids(1, 9));
        Assert.Equal(TimeSpan.FromSeconds(15), Assert.IsType<Decision.Wait>(input.Plan().Decision).After);
        Assert.IsType<Decision.Release>((input with { Now = Given.Now.AddSeconds(15) }).Plan().Decision);
    }

    [Fact]
    public void A_change_that_the_cloud_has_accepted_does_not_keep_it()
    {
        var operation = Given.Operation(OperationVerb.Add, Given.Ids(1, 3), 5, acceptedSecondsAgo: 4);
        Assert.IsType<Decision.Release>(Inputs["Retain"].Recorded(operation, Given.Ids(1, 9)).Plan().Decision);
    }

    [Fact]
    public void An_object_that_is_to_be_detached_or_is_not_deleted_is_observed()
    {
        Assert.Null(DeletionPlanner.Decide(Detaching));
        Assert.Null(DeletionPlanner.Decide(Given.Input(Given.Ids(1, 3), Given.Ids(1, 9))));
    }

    private static PlannerInput With(Func<TrafficMirrorSessionSpec, TrafficMirrorSessionSpec> change) =>
        Detaching with { Declared = Detaching.Declared with { Spec = change(Detaching.Declared.Spec) } };
}
