using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kinds.Sessions.Planning;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;

/// <summary>Who changed the source list: us or somebody else.</summary>
public class DriftDetectorTests
{
    private static readonly string[] Before = Given.Ids(1, 3);

    [Fact]
    public void The_first_observation_and_an_unchanged_list_are_no_drift()
    {
        Assert.False(DriftDetector.ChangedBySomebodyElse(null, Given.Session(Before)));
        Assert.False(DriftDetector.ChangedBySomebodyElse(Seen(null), Given.Session(Before.Reverse())));
    }

    [Fact]
    public void A_change_without_an_operation_of_ours_is_drift() =>
        Assert.True(DriftDetector.ChangedBySomebodyElse(Seen(null), Given.Session(Given.Ids(1, 2))));

    [Theory]
    [InlineData("Created")] // the list changes when the write ends
    [InlineData("Modifying")] // the list changes when the write begins
    public void Our_own_change_is_no_drift(string status)
    {
        var add = Given.Operation(OperationVerb.Add, Given.Ids(4, 2), 3, 2);
        var remove = Given.Operation(OperationVerb.Remove, Given.Ids(1, 2), 3, 2);
        Assert.False(DriftDetector.ChangedBySomebodyElse(Seen(add), Given.Session(Given.Ids(1, 5), status)));
        Assert.False(DriftDetector.ChangedBySomebodyElse(Seen(remove), Given.Session(Given.Ids(3, 1), status)));
    }

    [Fact]
    public void A_change_beside_our_own_is_drift()
    {
        var add = Given.Operation(OperationVerb.Add, Given.Ids(4, 2), 3, 2);
        Assert.True(DriftDetector.ChangedBySomebodyElse(Seen(add), Given.Session(Given.Ids(2, 4))));
        Assert.True(DriftDetector.ChangedBySomebodyElse(Seen(add), Given.Session([.. Given.Ids(1, 5), "eni-foreign"])));
    }

    [Fact]
    public void A_change_in_place_of_our_own_is_drift()
    {
        var add = Given.Operation(OperationVerb.Add, Given.Ids(4, 2), 3, 2);
        Assert.True(DriftDetector.ChangedBySomebodyElse(Seen(add), Given.Session([.. Before, "eni-foreign"])));
    }

    private static TrafficMirrorSessionStatus Seen(OperationState? operation) =>
        new() { Session = Given.Session(Before).State, Operation = operation };
}
