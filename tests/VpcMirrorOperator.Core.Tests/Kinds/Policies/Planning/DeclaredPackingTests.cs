using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Core.Tests.Kinds.Policies.Children;
using VpcMirrorOperator.Core.Tests.Kinds.Policies.Regions;
using VpcMirrorOperator.Kinds.Policies.Packing;
using VpcMirrorOperator.Kinds.Policies.Planning;
using VpcMirrorOperator.Kinds.Policies.Regions;
using VpcMirrorOperator.Kinds.Policies.Schedules;

namespace VpcMirrorOperator.Core.Tests.Kinds.Policies.Planning;

public class DeclaredPackingTests
{
    private static readonly PolicyTarget Sensor = new() { Type = "NetworkInterface", Id = "eni-sensor" };
    private static readonly PolicyTarget Balancer = new() { Type = "SLB", Id = "lb-1" };
    private static readonly NetworkInterface Other = new() { Id = "eni-other" };

    [Fact]
    public void P9_a_target_is_lost_when_two_inventories_lack_its_interface()
    {
        var once = InterfaceViewTests.After(null, Other);
        Assert.Equal(["eni-sensor", "lb-1"], Targets(once));
        Assert.Equal(["lb-1"], Targets(InterfaceViewTests.After(once, Other)));
        Assert.Equal(["eni-sensor", "lb-1"], Targets(InterfaceViewTests.After(once, Other, new NetworkInterface { Id = "eni-sensor" })));
        Assert.Equal(["eni-sensor", "lb-1"], Targets(null));
    }

    [Fact]
    public void P6_what_is_not_declared_has_its_default()
    {
        var declared = GivenPlan.Declared(null, Sensor, Balancer, Sensor with { Id = "eni-large", MaxSources = 200, ZoneId = "z" });
        Assert.Equal([20, 500, 200], declared.Targets.Select(target => target.Capacity));
        Assert.Equal("z", declared.Targets[2].Zone);
        Assert.Equal((10, PolicyMode.Sync, DeletionPolicy.Delete, true), (
            declared.SessionSize, declared.Mode, declared.DeletionPolicy, declared.Shape.IsEnabled));
        Assert.Equal((false, false, null), (declared.SkipsShared, declared.PrefersSameZone, declared.MaxInterfaces));
        var bare = DeclaredPacking.Of(GivenPolicy.With(spec => spec with { DeletionPolicy = null }), null, null, CaptureState.Open);
        Assert.Equal((DeletionPolicy.Retain, null), (bare.DeletionPolicy, bare.Shape.FilterId));
    }

    [Theory]
    [InlineData("Open", true)]
    [InlineData("Outside", true)]
    [InlineData("Closed", false)]
    public void P23_only_an_end_that_was_announced_closes(string schedule, bool isOpen) => Assert.Equal(
        isOpen, DeclaredPacking.Of(GivenPolicy.With(), null, null, Enum.Parse<CaptureState>(schedule)).IsOpen);

    [Theory]
    [InlineData(true, ManagementPolicy.Observe, "Suspended")]
    [InlineData(null, ManagementPolicy.Observe, "Observe")]
    [InlineData(false, ManagementPolicy.AddOnly, "AddOnly")]
    [InlineData(null, null, "Sync")]
    public void P17_suspend_goes_before_the_management_policy(bool? suspend, ManagementPolicy? managed, string mode)
    {
        var policy = GivenPolicy.With(spec => spec with { Suspend = suspend, ManagementPolicy = managed });
        Assert.Equal(mode, DeclaredPacking.Of(policy, null, null, CaptureState.Open).Mode.ToString());
    }

    private static IEnumerable<string> Targets(InterfaceView? interfaces) =>
        GivenPlan.Declared(interfaces, Sensor, Balancer).Targets.Select(target => target.Id);
}
