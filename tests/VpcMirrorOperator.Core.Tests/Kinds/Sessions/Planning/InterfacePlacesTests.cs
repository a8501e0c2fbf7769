using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Engine.Decisions;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;

public class InterfacePlacesTests
{
    [Fact]
    public void P9_a_child_adds_no_id_that_is_in_three_other_sessions()
    {
        var input = Given.Input(["eni-a", "eni-b", "eni-c"], ["eni-a"]) with { IsFullElsewhere = id => id == "eni-b" };
        Assert.Equal(["eni-c"], input.Write().Operation.Ids);
    }

    [Fact]
    public void P9_with_nothing_else_to_do_it_says_which_have_no_place()
    {
        var input = Given.Input(["eni-a", "eni-b"], ["eni-a"]) with { IsFullElsewhere = _ => true };
        var stall = Assert.IsType<Decision.Stall>(input.Plan().Decision);
        Assert.Equal(Reasons.InterfaceFull, stall.Reason);
        Assert.Contains("eni-b", stall.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void P9_what_has_no_place_does_not_keep_others_from_leaving()
    {
        var input = Given.Input(["eni-a", "eni-b"], ["eni-a", "eni-x"]) with { IsFullElsewhere = id => id == "eni-b" };
        var operation = input.Write().Operation;
        Assert.Equal((OperationVerb.Remove, "eni-x"), (operation.Verb, Assert.Single(operation.Ids)));
    }

    [Fact]
    public void P9_a_session_in_sync_and_an_object_of_no_policy_are_not_asked_about()
    {
        var inSync = Given.Input(["eni-a"], ["eni-a"]) with { IsFullElsewhere = _ => true };
        Assert.IsType<Decision.Done>(inSync.Plan().Decision);
        Assert.Equal(["eni-b"], Given.Input(["eni-a", "eni-b"], ["eni-a"]).Write().Operation.Ids);
    }
}
