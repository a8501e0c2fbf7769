using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kinds.Sessions.Planning;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;

/// <summary>Which finalizers keep an object, and when.</summary>
public class OwnFinalizersTests
{
    [Theory]
    [InlineData(DeletionPolicy.Retain, false, "")]
    [InlineData(DeletionPolicy.Retain, true, Finalizers.Operation)]
    [InlineData(DeletionPolicy.Detach, false, Finalizers.Detach)]
    [InlineData(DeletionPolicy.Detach, true, Finalizers.Detach)] // one is enough
    public void An_object_is_held_while_it_has_an_open_write_or_is_to_be_detached(DeletionPolicy policy, bool open, string ours)
    {
        foreach (var before in new string[][]
        {
            ["foreign/one"],
            ["foreign/one", Finalizers.Detach],
            ["foreign/one", Finalizers.Operation],
        })
        {
            var declared = Given.Declared([], spec => spec with { DeletionPolicy = policy });
            declared = declared with { Metadata = declared.Metadata with { Finalizers = before } };
            Assert.Equal(ours.Length == 0 ? ["foreign/one"] : ["foreign/one", ours], OwnFinalizers.Of(declared, open));
        }
    }

    [Fact]
    public void A_deleted_object_with_Retain_is_kept_until_its_call_has_landed_and_then_let_go()
    {
        var input = Given.Input(Given.Declared(Given.Ids(1, 3)).Deleted(Finalizers.Operation), null)
            .Recorded(Given.Operation(OperationVerb.Remove, Given.Ids(4, 1), 5), Given.Ids(1, 4));
        Assert.Equal(TimeSpan.FromSeconds(15), Assert.IsType<Decision.Wait>(DeletionPlanner.Decide(input)).After);
        Assert.IsType<Decision.Release>(DeletionPlanner.Decide(input with { Now = Given.Now.AddSeconds(15) }));
        Assert.IsType<Decision.Release>(DeletionPlanner.Decide(input with { KindIsGoingAway = true, Now = Given.Now.AddSeconds(15) }));
    }
}
