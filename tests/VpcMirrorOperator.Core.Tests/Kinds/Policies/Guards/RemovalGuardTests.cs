using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Core.Tests.Kinds.Policies.World;
using VpcMirrorOperator.Kinds.Policies.Guards;

namespace VpcMirrorOperator.Core.Tests.Kinds.Policies.Guards;

public class RemovalGuardTests
{
    private static readonly InterfaceNow There = new(true, false, Ids.Of("pod-1"), Ids.Of("node-1"));
    private static readonly DateTimeOffset Start = DateTimeOffset.UnixEpoch;

    [Fact]
    public void P20_counts_what_still_is_there() => Assert.True(SelectionCauses.Counts(Causes(pod: "pod-1"), There));

    [Fact]
    public void P20_does_not_count_a_pod_that_is_gone_from_a_shared_interface() =>
        Assert.False(SelectionCauses.Counts(Causes(pod: "pod-0"), There));

    [Fact]
    public void P20_counts_a_node_that_lost_its_label() => Assert.True(SelectionCauses.Counts(Causes(node: "node-1"), There));

    [Fact]
    public void P20_counts_a_lost_tag_and_what_is_not_known_after_a_restart()
    {
        Assert.True(SelectionCauses.Counts(Causes(itself: true), There with { Pods = Ids.None, Nodes = Ids.None }));
        Assert.True(SelectionCauses.Counts(null, There));
    }

    [Fact]
    public void P20_does_not_count_what_is_gone_or_a_target()
    {
        Assert.False(SelectionCauses.Counts(null, There with { Exists = false }));
        Assert.False(SelectionCauses.Counts(Causes(itself: true), There with { IsTarget = true }));
    }

    [Fact]
    public void P20_a_share_is_of_the_interfaces_selected_an_hour_ago()
    {
        var state = GuardState.Empty;
        for (var minute = 0; minute <= 90; minute++) state = GuardHistory.Observe(state, Start.AddMinutes(minute), minute < 45 ? 100 : 10);
        Assert.Equal(100, GuardHistory.SelectedAnHourAgo(state, 10));
        state = GuardHistory.Observe(state, Start.AddMinutes(110), 10);
        Assert.Equal(10, GuardHistory.SelectedAnHourAgo(state, 10));
    }

    [Fact]
    public void P20_one_interface_may_go_however_small_the_share() =>
        Assert.Equal(GuardReason.None, Decide(GuardState.Empty, selected: 1, new Loss("a", true, true)).Reason);

    [Fact]
    public void P20_removals_of_the_last_hour_count()
    {
        var state = new GuardState { Selected = [new RemovalRecord(Start, 4)], Removals = [new RemovalRecord(Start, 2)] };
        Assert.Equal(GuardReason.MaxRemovals, Decide(state, selected: 2, new Loss("a", true, true)).Reason);
        Assert.Equal(GuardReason.None, Decide(state, selected: 2, Start.AddMinutes(60), null, new Loss("a", true, true)).Reason);
    }

    [Fact]
    public void P21_a_hold_stops_the_counted_removals_only()
    {
        var decision = Decide(GuardState.Empty, 2, new Loss("a", true, true), new Loss("b", true, true), new Loss("gone", true, false));
        Assert.Equal(["gone"], decision.Goes);
        Assert.Equal(["a", "b"], decision.Waits.Order());
    }

    [Fact]
    public void P21_the_set_is_frozen_and_what_is_lost_later_is_the_next_plan()
    {
        var held = Decide(GuardState.Empty, 2, new Loss("a", true, true), new Loss("b", true, true)).State;
        var later = Decide(held, 2, new Loss("a", true, true), new Loss("b", true, true), new Loss("c", true, true));
        Assert.Equal(held.Held!.Hash, later.State.Held!.Hash);
        Assert.Equal(["a", "b"], later.State.Held.Ids.Order());
        Assert.Contains("c", later.Waits);
    }

    [Fact]
    public void P21_an_approval_holds_while_the_set_only_shrinks()
    {
        var held = Decide(GuardState.Empty, 2, new Loss("a", true, true), new Loss("b", true, true)).State;
        var shrunk = Decide(held, 2, new Loss("a", true, true)).State;
        var approved = Decide(shrunk, 2, Start.AddMinutes(1), held.Held!.Hash, new Loss("a", true, true), new Loss("c", false, true));
        Assert.Equal(["a"], approved.Goes);
        Assert.Null(approved.State.Held);
        Assert.Empty(approved.State.Removals);
    }

    [Fact]
    public void P22_a_selection_that_becomes_empty_while_its_pods_are_there_is_held()
    {
        Assert.Equal(GuardReason.AllowEmpty, Decide(GuardState.Empty, 0, new Loss("a", true, true)).Reason);
        Assert.Equal(GuardReason.None, Decide(GuardState.Empty, 0, new Loss("a", true, false)).Reason);
    }

    [Fact]
    public void P14_what_is_counted_gives_its_place_up_only_if_all_in_delay_might_go()
    {
        var one = Decide(GuardState.Empty, 1, new Loss("a", false, true), new Loss("gone", false, false));
        Assert.Equal(["a", "gone"], one.MayGiveUp.Order());
        var two = Decide(GuardState.Empty, 1, new Loss("a", false, true), new Loss("b", false, true), new Loss("gone", false, false));
        Assert.Equal(["gone"], two.MayGiveUp);
    }

    [Fact]
    public void A_tag_lost_on_all_interfaces_takes_none_away()
    {
        var world = new GuardWorld();
        foreach (var pods in world.Pods.Values) pods.Clear();
        world.ByAttribute.UnionWith(world.Pods.Keys);
        world.Tick();
        world.ByAttribute.Clear();
        world.Tick(8);
        Assert.Equal(10, world.Mirrored.Count);
        world.Approves = world.Last!.State.Held!.Hash;
        world.Tick();
        Assert.Empty(world.Mirrored);
    }

    [Fact]
    public void A_nightly_scale_in_on_shared_interfaces_is_not_held()
    {
        var world = new GuardWorld();
        foreach (var id in new[] { "e0", "e1", "e2", "e3", "e4", "e5", "e6" }) world.Neighbour(id);
        world.Tick();
        foreach (var i in Enumerable.Range(0, 7)) world.Pods[$"e{i}"].Remove($"p{i}");
        world.Tick(12);
        Assert.Equal(3, world.Mirrored.Count);
        Assert.Null(world.Broken);
    }

    private static SelectionCauses Causes(bool itself = false, string? pod = null, string? node = null) =>
        new(itself, pod is null ? Ids.None : Ids.Of(pod), node is null ? Ids.None : Ids.Of(node));

    private static GuardDecision Decide(GuardState state, int selected, params Loss[] losses) =>
        Decide(state, selected, Start.AddMinutes(1), null, losses);

    private static GuardDecision Decide(GuardState state, int selected, DateTimeOffset now, string? approved, params Loss[] losses) =>
        RemovalGuard.Decide(new GuardInput
        {
            Now = now, MaxRemovals = new IntOrPercent(50, IsPercent: true), Selected = selected, Losses = losses, State = state,
            ApprovedPlan = approved,
        });
}
