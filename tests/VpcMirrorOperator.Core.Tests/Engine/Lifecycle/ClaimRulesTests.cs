using VpcMirrorOperator.Engine.Lifecycle;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Core.Tests.Engine.Lifecycle;

/// <summary>Rule S5: one owner for each session or filter.</summary>
public class ClaimRulesTests
{
    private static readonly Claim Creator = new(Key("creator"), GivenLife.Now, GivenLife.Self, false);
    private static readonly Claim Old = new(Key("old"), GivenLife.Now.AddDays(-2), null, false);
    private static readonly Claim Young = new(Key("young"), GivenLife.Now.AddDays(-1), null, false);

    [Fact]
    public void S5_The_living_creator_owns_whatever_its_age() =>
        Assert.Equal(Creator.Key, ClaimRules.OwnerOf([Old, Creator, Young], GivenLife.Self.CreatedBy));

    [Fact]
    public void S5_Else_the_oldest_that_names_it_by_id_owns()
    {
        Assert.Equal(Old.Key, ClaimRules.OwnerOf([Young, Old], null));
        Assert.Equal(Old.Key, ClaimRules.OwnerOf([Young, Old, Creator with { IsGoing = true }], GivenLife.Self.CreatedBy));
    }

    [Fact]
    public void S5_Whoever_has_it_only_recorded_does_not_own_what_another_object_made()
    {
        var mark = (GivenLife.Self with { Name = "other" }).CreatedBy;
        Assert.Equal(Young.Key, ClaimRules.OwnerOf([Creator, Young], mark));
        Assert.Null(ClaimRules.OwnerOf([Creator], mark));
    }

    [Fact]
    public void S5_A_deleted_creator_owns_what_nobody_else_names() => Assert.Equal(
        Creator.Key, ClaimRules.OwnerOf([Creator with { IsGoing = true }], GivenLife.Self.CreatedBy));

    [Fact]
    public void S5_What_a_living_object_names_is_told_to_whoever_wants_to_delete_it()
    {
        Assert.Equal(Old.Key, ClaimRules.NamedBy([Creator, Young, Old], Creator.Key));
        Assert.Null(ClaimRules.NamedBy([Creator, Young with { IsGoing = true }], Creator.Key));
    }

    private static ObjectKey Key(string name) => new("ids", name);
}
