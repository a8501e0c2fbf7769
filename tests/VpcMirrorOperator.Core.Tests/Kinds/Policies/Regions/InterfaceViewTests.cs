using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kinds.Policies.Regions;

namespace VpcMirrorOperator.Core.Tests.Kinds.Policies.Regions;

public class InterfaceViewTests
{
    [Fact]
    public void P3_an_interface_is_gone_only_after_two_inventories()
    {
        var view = After(After(null, "eni-1", "eni-2"), "eni-1");
        Assert.NotNull(view.Find("eni-2"));
        Assert.Equal(["eni-1", "eni-2"], view.All.Select(one => one.Id).Order());
        view = After(view, "eni-1");
        Assert.Null(view.Find("eni-2"));
        Assert.Equal(["eni-1"], view.Records.Select(one => one.Id));
    }

    [Fact]
    public void P3_one_that_comes_back_is_there_again_and_one_that_flickers_never_goes()
    {
        var view = After(After(null, "eni-1"), "eni-1");
        foreach (var ids in new string[][] { [], ["eni-1"], [], ["eni-1"], [] })
        {
            view = After(view, ids);
            Assert.NotNull(view.Find("eni-1"));
        }

        Assert.Null(After(view).Find("eni-1"));
    }

    [Fact]
    public void P3_a_single_inventory_confirms_nothing()
    {
        var first = After(null, "eni-1");
        Assert.False(first.IsConfirmed);
        Assert.True(After(first, "eni-1").IsConfirmed);
    }

    [Fact]
    public void P3_of_two_inventories_the_newer_says_how_an_interface_is()
    {
        var view = After(null, new NetworkInterface { Id = "eni-1", Status = "InUse" });
        view = After(view, new NetworkInterface { Id = "eni-1", Status = "Available" });
        Assert.Equal("Available", view.Find("eni-1")!.Status);
        Assert.Equal("Available", Assert.Single(view.All).Status);
    }

    [Fact]
    public void P4_the_interfaces_of_an_instance_with_its_primary_one()
    {
        var view = After(
            null, On("i-1", "eni-c", "Secondary"), On("i-1", "eni-b", "Primary"), On("i-2", "eni-a", "Primary"),
            On("i-3", "eni-d", "Trunk"),
            new NetworkInterface { Id = "eni-e", Type = "Primary" });
        AssertOf("eni-b", ["eni-b", "eni-c"], view.OfInstance("i-1"));
        AssertOf(null, ["eni-d"], view.OfInstance("i-3"));
        AssertOf(null, [], view.OfInstance("i-9"));
        AssertOf(null, [], view.OfInstance(null));
    }

    [Fact]
    public void P3_what_the_cloud_did_not_say_matches_no_selector()
    {
        var bare = InterfaceRecords.Of(new NetworkInterface { Id = "eni-1" });
        Assert.Equal((null, null, null, null), (bare.Zone, bare.VpcId, bare.VSwitchId, bare.ResourceGroupId));
        Assert.Empty(bare.SecurityGroupIds);
        Assert.Empty(bare.Tags);
    }

    [Theory]
    [InlineData("Primary", InterfaceType.Primary)]
    [InlineData("Member", InterfaceType.Member)]
    [InlineData("Trunk", InterfaceType.Trunk)]
    [InlineData("Secondary", InterfaceType.Secondary)]
    public void P3_type_and_tags_are_read_and_of_a_tag_that_is_there_twice_the_last_counts(string told, InterfaceType type)
    {
        var record = InterfaceRecords.Of(new NetworkInterface
        {
            Id = "eni-1", Type = told, Tags = [KeyValuePair.Create("a", "1"), KeyValuePair.Create("a", "2"), KeyValuePair.Create("A", "3")],
        });
        Assert.Equal((type, "2", "3"), (record.Type, record.Tags["a"], record.Tags["A"]));
    }

    internal static InterfaceView After(InterfaceView? before, params NetworkInterface[] interfaces) =>
        InterfaceView.After(before, new ListSnapshot<Inventory<NetworkInterface>>(new Inventory<NetworkInterface>(interfaces), Given.Now));

    private static InterfaceView After(InterfaceView? before, params string[] ids) =>
        After(before, [.. ids.Select(id => new NetworkInterface { Id = id })]);

    private static InterfaceView After(InterfaceView before) => After(before, Array.Empty<NetworkInterface>());

    private static NetworkInterface On(string instance, string id, string type) => new() { Id = id, Type = type, InstanceId = instance };

    private static void AssertOf(string? primary, string[] all, (string? Primary, IReadOnlyList<string> All) of)
    {
        Assert.Equal(primary, of.Primary);
        Assert.Equal(all, of.All);
    }
}
