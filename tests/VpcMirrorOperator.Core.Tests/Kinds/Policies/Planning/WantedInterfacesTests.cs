using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Core.Tests.Kinds.Policies.Children;
using VpcMirrorOperator.Core.Tests.Kinds.Policies.World;
using VpcMirrorOperator.Kinds.Policies.Cluster;
using VpcMirrorOperator.Kinds.Policies.Guards;
using VpcMirrorOperator.Kinds.Policies.Packing;
using VpcMirrorOperator.Kinds.Policies.Planning;
using VpcMirrorOperator.Kinds.Policies.Selection;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Core.Tests.Kinds.Policies.Planning;

public class WantedInterfacesTests
{
    private static readonly PolicyTarget Sensor = new() { Type = "NetworkInterface", Id = "eni-sensor" };
    private readonly List<string> _placed = [];
    private SelectionResult _selection = SelectionResult.Nothing;
    private ClusterSight _cluster = ClusterSight.None;

    [Fact]
    public void P24_a_target_of_the_policy_or_of_any_listed_session_is_no_source()
    {
        var (wanted, outOfReach) = Select("eni-1", "eni-sensor", "eni-foreign").Of();
        Assert.Equal(["eni-1"], wanted.Keys);
        Assert.Equal([("eni-foreign", "IsTarget"), ("eni-sensor", "IsTarget")], Sorted(outOfReach));
    }

    [Fact]
    public void P24_an_interface_of_a_service_or_that_is_attached_to_nothing_is_no_source()
    {
        var (wanted, outOfReach) = Select("eni-1", "eni-service", "eni-free", "eni-silent", "eni-new").Of();
        Assert.Equal(["eni-1", "eni-new", "eni-silent"], wanted.Keys.Order());
        Assert.Equal([("eni-free", "NotInUse"), ("eni-service", "ServiceManaged")], Sorted(outOfReach));
    }

    [Fact]
    public void P24_one_that_has_a_place_keeps_it_while_it_is_detached()
    {
        _placed.AddRange(["eni-free", "eni-service"]);
        var (wanted, outOfReach) = Select("eni-free", "eni-service").Of();
        Assert.Equal(["eni-free"], wanted.Keys);
        Assert.Equal([("eni-service", "ServiceManaged")], Sorted(outOfReach));
    }

    [Fact]
    public void P24_what_is_excluded_or_not_there_is_counted_and_not_wanted()
    {
        _selection = _selection with { Excluded = Ids.Of("eni-1"), Missing = Ids.Of("eni-9") };
        var (wanted, outOfReach) = Of();
        Assert.Empty(wanted);
        Assert.Equal([("eni-1", "Excluded"), ("eni-9", "NoInterface")], Sorted(outOfReach));
    }

    [Theory]
    [InlineData(true, null, true)]
    [InlineData(true, "pods are being listed.", false)]
    [InlineData(false, null, false)]
    public void P15_a_placed_interface_that_now_carries_others_leaves_at_once_if_the_pods_are_seen_whole(
        bool isPlaced, string? blindness, bool isUrgent)
    {
        if (isPlaced) _placed.Add("eni-1");
        _cluster = _cluster with { Blindness = blindness };
        _selection = _selection with { Skipped = Ids.Of("eni-1") };
        var (wanted, outOfReach) = Of();
        Assert.Equal(isUrgent, wanted.TryGetValue("eni-1", out var one) && one.IsSharedWithOthers);
        Assert.Equal([("eni-1", "SharedInterfaceSkipped")], Sorted(outOfReach));
    }

    [Fact]
    public void P24_a_service_or_a_target_is_told_before_what_else_is_wrong()
    {
        var managed = new NetworkInterface { Id = "eni-1", ServiceManaged = true, Status = "Available" };
        Assert.Equal("IsTarget", Mirrorable.WhyNot("eni-1", managed, Ids.Of("eni-1")));
        Assert.Equal("ServiceManaged", Mirrorable.WhyNot("eni-1", managed, Ids.None));
        Assert.Null(Mirrorable.WhyNot("eni-1", null, Ids.None));
    }

    private WantedInterfacesTests Select(params string[] ids)
    {
        var causes = new SelectionCauses(true, Ids.None, Ids.None);
        _selection = _selection with { Selected = ids.ToDictionary(id => id, _ => new SelectedRecord("z", causes, 0)) };
        return this;
    }

    private (IReadOnlyDictionary<string, SelectedInterface> Wanted, IReadOnlyDictionary<string, string> OutOfReach) Of()
    {
        var view = GivenPlan.Twice(
            new() { Id = "eni-1", Status = "InUse" }, new() { Id = "eni-service", Status = "InUse", ServiceManaged = true },
            new() { Id = "eni-free", Status = "Available" }, new() { Id = "eni-silent" }, new() { Id = "eni-sensor", Status = "InUse" });
        var foreign = new ListedSession { Id = "tms-9", TargetId = "eni-foreign", Priority = 1, Sources = Ids.None };
        var input = GivenPlan.Input(GivenPolicy.With(), view, foreign) with { Cluster = _cluster };
        var child = new ChildState
        {
            Key = new ObjectKey("ids", "shop-1"), Uid = "u", ResourceVersion = "1", TargetId = "t", Priority = 1,
            Shape = new SessionShape(), Sources = Ids.Of(_placed),
        };
        var own = new OwnChildren([child], Array.Empty<ListedSession>().ToLookup(_ => default(ObjectKey)));
        return WantedInterfaces.Of(input, GivenPlan.Declared(view, Sensor), _selection, own);
    }

    private static IEnumerable<(string, string)> Sorted(IReadOnlyDictionary<string, string> reasons) =>
        reasons.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => (one.Key, one.Value));
}
