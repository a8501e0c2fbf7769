using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Decisions;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;

/// <summary>An id from the cloud that is no network interface's is reported, and named in no call.</summary>
public class UnknownSourceTests
{
    private static readonly string[] Desired = Given.Ids(1, 2);

    [Theory]
    [InlineData("eni-A")]
    [InlineData("eni-")]
    [InlineData("--all")]
    [InlineData("i-bp1")]
    [InlineData("")]
    public void A_list_with_one_is_not_in_sync(string odd)
    {
        var stall = Assert.IsType<Decision.Stall>(Given.Input(Given.Declared(Desired), Session([.. Desired, odd])).Plan().Decision);
        Assert.Equal(Reasons.UnknownSource, stall.Reason);
        Assert.Contains($"'{odd}'", stall.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_not_removed_and_does_not_stop_the_rest()
    {
        var plan = Given.Input(Given.Declared(Desired), Session([Desired[0], "eni-A", "eni-extra"])).Plan();
        var write = Assert.IsType<Decision.Write<OperationState>>(plan.Decision);
        Assert.Equal(OperationVerb.Add, write.Operation.Verb);
        Assert.Equal([Desired[1]], write.Operation.Ids);
        Assert.Equal(["eni-extra"], plan.Diff!.ToRemove);
    }

    [Fact]
    public void With_AddOnly_it_may_be_there()
    {
        var declared = Given.Declared(Desired);
        declared = declared with { Spec = declared.Spec with { ManagementPolicy = ManagementPolicy.AddOnly } };
        Assert.IsType<Decision.Done>(Given.Input(declared, Session([.. Desired, "eni-A"])).Plan().Decision);
    }

    private static ObservedSession Session(string[] sources) => ObservedSession.From(Given.Session(Desired).State, sources);
}
