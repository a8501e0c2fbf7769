using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Core.Tests.Kinds.Policies.World;
using VpcMirrorOperator.Kinds.Policies.Packing;

namespace VpcMirrorOperator.Core.Tests.Kinds.Policies.Packing;

/// <summary>Single rules of packing that a world of a few interfaces does not show clearly.</summary>
public class PackingTests
{
    private readonly GivenPacking _given = new();

    [Fact]
    public void P6_one_session_is_filled_before_the_next_is_opened()
    {
        _given.Wants([.. Enumerable.Range(0, 25).Select(i => $"eni-{i:00}")]);
        var sizes = _given.Pack().Writes.Cast<CreateChild>().Select(create => create.Spec.Sources.Count).OrderDescending();
        Assert.Equal([10, 10, 5], sizes);
    }

    [Fact]
    public void P6_a_new_session_opens_on_the_target_with_fewest_sources()
    {
        _given.Wants("a").Lists("t1", 40, null, "x", "y").Lists("t2", 41, null, "z");
        Assert.Equal("t2", Assert.IsType<CreateChild>(Assert.Single(_given.Pack().Writes)).Spec.TargetId);
    }

    [Fact]
    public void P6_sources_of_other_sessions_count_for_a_target()
    {
        _given.Policy = _given.Policy with { Targets = [new PackingTarget("NetworkInterface", "t1", 3)] };
        _given.Wants("a", "b").Lists("t1", 40, null, "x", "y");
        var result = _given.Pack();
        Assert.Equal(["a"], Assert.IsType<CreateChild>(Assert.Single(result.Writes)).Spec.Sources);
        Assert.Equal(PlaceReason.QuotaOfTarget, result.Reasons["b"]);
    }

    [Fact]
    public void P6_an_interface_in_three_sessions_has_no_fourth()
    {
        _given.Wants("a").Lists("t8", 40, null, "a").Lists("t8", 41, null, "a").Lists("t9", 42, null, "a");
        Assert.Equal(PlaceReason.QuotaOfInterface, _given.Pack().Reasons["a"]);
    }

    [Fact]
    public void P7_a_number_that_any_child_or_session_has_or_that_was_refused_is_not_taken()
    {
        _given.Policy = _given.Policy with { Priorities = new PriorityRange(1, 4) };
        _given.Wants("a").Lists("t9", 1, null, "x");
        _given.Has("t1", 1, [.. Enumerable.Range(0, 10).Select(i => $"b{i}")]);
        _given.But(child => child with { Priority = 2 }).Wants([.. Enumerable.Range(0, 10).Select(i => $"b{i}")]);
        _given.PrioritiesSetAside.Add(3);
        Assert.Equal(4, Assert.IsType<CreateChild>(Assert.Single(_given.Pack().Writes)).Spec.Priority);
        _given.PrioritiesSetAside.Add(4);
        Assert.Equal(PlaceReason.PriorityExhausted, _given.Pack().Reasons["a"]);
    }

    [Fact]
    public void P7_a_number_that_a_call_under_way_asks_for_is_not_taken()
    {
        _given.Policy = _given.Policy with { Targets = [new PackingTarget("SLB", "t1", 20)], SessionSize = 1 };
        _given.Has("t1", 1, "a");
        var create = new ChildOperation(OperationVerb.Create, Ids.Of("a"), Priority: 1);
        var made = _given.But(child => child with { Operation = create }).Wants("a", "b").Pack().Writes.OfType<CreateChild>();
        Assert.Equal(2, Assert.Single(made).Spec.Priority);
    }

    [Fact]
    public void P7_a_name_that_somebody_else_has_is_left_out()
    {
        _given.Policy = _given.Policy with { Targets = [new PackingTarget("SLB", "t1", 20)] };
        _given.NamesSetAside.Add(ChildNames.Prefix("p", "t1") + "1");
        Assert.EndsWith("-2", Assert.Single(_given.Wants("a").Pack().Writes).Key.Name, StringComparison.Ordinal);
    }

    [Fact]
    public void P12_another_policy_whose_name_begins_alike_keeps_its_sessions()
    {
        var other = new VpcMirrorOperator.Kubernetes.Model.ObjectKey("ns", ChildNames.Prefix("p-000000", "t1") + "1");
        Assert.Empty(_given.Lists("t1", 5, other, "x").Pack().Writes);
    }

    [Fact]
    public void P12_a_missing_child_comes_back_with_all_that_its_session_lists()
    {
        var key = new VpcMirrorOperator.Kubernetes.Model.ObjectKey("ns", ChildNames.Prefix("p", "t1") + "7");
        var back = Assert.IsType<CreateChild>(Assert.Single(_given.Lists("t1", 5, key, "x", "y").Wants("x").Pack().Writes));
        Assert.Equal((key, 5), (back.Key, back.Spec.Priority));
        Assert.Equal(["x", "y"], back.Spec.Sources.Order());
    }

    [Fact]
    public void P13_a_child_that_cannot_take_gets_no_new_ids()
    {
        _given.Wants("a", "b");
        var stuck = _given.Has("t1", 1, "a");
        _given.But(child => child with { CannotTake = true });
        Assert.NotEqual(stuck, Assert.IsType<CreateChild>(Assert.Single(_given.Pack().Writes)).Key);
    }

    [Fact]
    public void P13_a_learned_size_holds_for_its_own_session_only()
    {
        _given.Has("t1", 1, "a", "b");
        _given.But(child => child with { LearnedSize = 2 }).Wants("a", "b", "c", "d", "e");
        Assert.Equal(["c", "d", "e"], Assert.IsType<CreateChild>(Assert.Single(_given.Pack().Writes)).Spec.Sources.Order());
    }

    [Fact]
    public void P13_a_refused_interface_opens_no_session_where_it_was_refused()
    {
        _given.Policy = _given.Policy with { Targets = [new PackingTarget("SLB", "t1", 20)] };
        _given.Has("t1", 1, "a");
        _given.But(child => child with { Refused = Ids.Of("b") }).Wants("a", "b");
        var result = _given.Pack();
        Assert.Empty(result.Writes);
        Assert.Equal(PlaceReason.Rejected, result.Reasons["b"]);
    }

    [Fact]
    public void P14_the_longest_waiting_gives_its_place_up_and_nobody_else_meanwhile()
    {
        Full("x", "y");
        _given.Departures["x"] = new Departure(DateTimeOffset.UnixEpoch.AddMinutes(2), DepartureStage.Delayed);
        _given.Departures["y"] = new Departure(DateTimeOffset.UnixEpoch.AddMinutes(1), DepartureStage.Delayed);
        var result = _given.Wants("new").Pack();
        Assert.Equal(["y"], result.GivenUp);
        Assert.Equal(PlaceReason.Pending, result.Reasons["new"]);
        _given.Children[0] = _given.Children[0] with { Sources = Ids.Of("x"), Packed = Ids.Of("x") };
        _given.Departures.Remove("y");
        Assert.Empty(_given.Pack().GivenUp);
    }

    [Fact]
    public void P14_a_held_interface_keeps_its_place()
    {
        Full("x");
        _given.Departures["x"] = new Departure(DateTimeOffset.UnixEpoch, DepartureStage.Held);
        var result = _given.Wants("new").Pack();
        Assert.Empty(result.Writes);
        Assert.Equal(PlaceReason.Held, result.Reasons["new"]);
    }

    [Fact]
    public void P15_a_shared_interface_leaves_at_once_and_is_removed_first()
    {
        _given.Policy = _given.Policy with { SkipsShared = true };
        _given.Has("t1", 1, "a", "b");
        _given.Wants("a", "c").Interfaces["b"] = new SelectedInterface(null, IsSharedWithOthers: true);
        _given.IsBlind = true;
        var patch = Assert.IsType<PatchChild>(Assert.Single(_given.Pack().Writes));
        Assert.Equal(["b"], patch.Spec.RemoveFirst);
        Assert.Equal(["a", "c"], patch.Spec.Sources.Order());
    }

    [Fact]
    public void P5_while_the_selection_is_unknown_nothing_leaves()
    {
        _given.Has("t1", 1, "a", "b");
        _given.Departures["b"] = new Departure(DateTimeOffset.UnixEpoch, DepartureStage.Due);
        _given.IsBlind = true;
        Assert.Empty(_given.Wants("a").Pack().Writes);
    }

    [Fact]
    public void P17_the_mode_is_copied_before_anything_else()
    {
        _given.Has("t1", 1, "a");
        _given.Policy = _given.Policy with { Mode = PolicyMode.AddOnly };
        Assert.IsType<CopyMode>(Assert.Single(_given.Wants("a", "b").Pack().Writes));
    }

    [Fact]
    public void P17_under_observe_the_packing_is_shown_and_not_written()
    {
        _given.Policy = _given.Policy with { Mode = PolicyMode.Observe };
        var result = _given.Wants("a").Pack();
        Assert.Empty(result.Writes);
        Assert.IsType<CreateChild>(Assert.Single(result.Planned));
    }

    [Fact]
    public void A_bound_on_interfaces_stops_additions_and_nothing_else()
    {
        _given.Policy = _given.Policy with { MaxInterfaces = 1 };
        _given.Has("t1", 1, "a", "b");
        var result = _given.Wants("a", "b", "c").Pack();
        Assert.Empty(result.Writes);
        Assert.Equal(PlaceReason.LimitExceeded, result.Reasons["c"]);
    }

    [Fact]
    public void Without_a_filter_no_session_is_opened_and_those_that_are_there_keep_theirs()
    {
        _given.Has("t1", 1, [.. Enumerable.Range(0, 10).Select(i => $"b{i}")]);
        _given.Policy = _given.Policy with { Shape = new SessionShape() };
        var result = _given.Wants([.. Enumerable.Range(0, 10).Select(i => $"b{i}"), "c"]).Pack();
        Assert.Empty(result.Writes);
        Assert.Equal(PlaceReason.FilterNotReady, result.Reasons["c"]);
    }

    [Fact]
    public void With_same_zone_an_interface_goes_elsewhere_only_without_a_place_at_home()
    {
        _given.Policy = _given.Policy with
        {
            PrefersSameZone = true, Targets = [new PackingTarget("SLB", "t1", 2, "a"), new PackingTarget("SLB", "t2", 9, "b")],
        };
        var result = _given.Wants("a", ["e1", "e2", "e3"]).Pack();
        var byTarget = result.Writes.Cast<CreateChild>().ToDictionary(create => create.Spec.TargetId, create => create.Spec.Sources.Count);
        Assert.Equal((2, 1), (byTarget["t1"], byTarget["t2"]));
        Assert.Equal(1, result.CrossZone);
    }

    [Fact]
    public void With_same_zone_an_interface_goes_elsewhere_when_its_zone_has_no_free_number()
    {
        _given.Policy = _given.Policy with
        {
            PrefersSameZone = true, SessionSize = 2, Priorities = new PriorityRange(20, 21),
            Targets = [new PackingTarget("SLB", "t1", 9, "a"), new PackingTarget("SLB", "t2", 9, "b")],
        };
        _given.Has("t1", 1, "a1", "a2");
        _given.Has("t2", 1, "b1");
        var patch = Assert.IsType<PatchChild>(Assert.Single(_given.Wants("a", ["a1", "a2", "a3"]).Wants("b", ["b1"]).Pack().Writes));
        Assert.Equal(["a3", "b1"], patch.Spec.Sources.Order());
    }

    [Fact]
    public void P16_a_policy_of_the_longest_name_has_children_whose_names_fit() =>
        Assert.True((ChildNames.Prefix(new string('p', PolicyBounds.MaxName), "t1") + "99999").Length <= 63);

    [Fact]
    public void Attributes_are_changed_in_place()
    {
        _given.Has("t1", 1, "a");
        var policy = _given.Policy;
        _given.Policy = policy with { Shape = policy.Shape with { PacketLength = 100 }, DeletionPolicy = DeletionPolicy.Retain };
        var patch = Assert.IsType<PatchChild>(Assert.Single(_given.Wants("a").Pack().Writes));
        Assert.Equal((100, DeletionPolicy.Retain), (patch.Spec.Shape.PacketLength, patch.Spec.DeletionPolicy));
    }

    /// <summary>The only target is full with these.</summary>
    private void Full(params string[] ids)
    {
        _given.Policy = _given.Policy with { Targets = [new PackingTarget("NetworkInterface", "t1", ids.Length)] };
        _given.Has("t1", 1, ids);
    }
}
