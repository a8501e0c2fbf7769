using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kinds.Sessions.Planning;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;

public class PackedSourcesTests
{
    [Theory]
    [InlineData("eni-a,eni-b", false)]
    [InlineData("eni-b, eni-a,,eni-b", false)]
    [InlineData("eni-a", true)]
    [InlineData("eni-a,eni-b,eni-c", true)]
    [InlineData("", true)]
    public void P11_a_list_that_somebody_edited_makes_no_source_write(string packed, bool isEdited)
    {
        var child = Given.Declared(["eni-a", "eni-b"]).Annotated(Annotations.Packed, packed);
        Assert.Equal(isEdited ? Reasons.SourcesEdited : null, PackedSources.Edited(child)?.Reason);
        var decision = Given.Input(child, Given.Session(["eni-x"])).Plan().Decision;
        if (isEdited) Assert.Equal(Reasons.SourcesEdited, Assert.IsType<Decision.Wait>(decision).Reason);
        else Assert.IsType<Decision.Write<OperationState>>(decision);
    }

    [Fact]
    public void P11_an_object_of_no_policy_may_be_edited() => Assert.Null(PackedSources.Edited(Given.Declared(["eni-a"])));

    [Fact]
    public void P11_an_empty_child_that_was_packed_empty_is_not_edited() =>
        Assert.Null(PackedSources.Edited(Given.Declared([]).Annotated(Annotations.Packed, "")));

    [Fact]
    public void P15_what_is_to_leave_at_once_leaves_before_anything_is_added()
    {
        var child = Given.Declared(["eni-a", "eni-b"]);
        var session = Given.Session(["eni-a", "eni-other", "eni-private"]);
        Assert.Equal((OperationVerb.Add, "eni-b"), Next(child, session));
        Assert.Equal(
            (OperationVerb.Remove, "eni-private"), Next(child.Annotated(Annotations.RemoveFirst, "eni-gone,eni-private"), session));
    }

    [Theory]
    [InlineData("eni-b")]
    [InlineData("eni-gone")]
    [InlineData("")]
    public void P15_only_what_is_listed_and_not_wanted_leaves_first(string first)
    {
        var child = Given.Declared(["eni-a", "eni-b"]).Annotated(Annotations.RemoveFirst, first);
        Assert.Equal((OperationVerb.Add, "eni-b"), Next(child, Given.Session(["eni-a", "eni-other"])));
    }

    [Fact]
    public void P15_no_guard_and_no_hold_keeps_what_must_leave_at_once()
    {
        var safety = new SafetySpec { MaxRemovals = new IntOrPercent(0, IsPercent: false) };
        var child = Given.Declared(["eni-a"], spec => spec with { Safety = safety })
            .Annotated(Annotations.RemoveFirst, "eni-private");
        Assert.Equal((OperationVerb.Remove, "eni-private"), Next(child, Given.Session(["eni-a", "eni-private"])));
    }

    [Fact]
    public void P15_under_add_only_nothing_is_removed_first()
    {
        var child = Given.Declared(["eni-a", "eni-b"], spec => spec with { ManagementPolicy = ManagementPolicy.AddOnly })
            .Annotated(Annotations.RemoveFirst, "eni-private");
        Assert.Equal((OperationVerb.Add, "eni-b"), Next(child, Given.Session(["eni-a", "eni-private"])));
    }

    private static (OperationVerb Verb, string Ids) Next(TrafficMirrorSession child, ObservedSession session)
    {
        var operation = Given.Input(child, session).Write().Operation;
        return (operation.Verb, string.Join(',', operation.Ids));
    }
}
