using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Core.Tests.Kinds.Policies.World;
using VpcMirrorOperator.Kinds.Policies.Packing;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Core.Tests.Kinds.Policies.Packing;

/// <summary>
/// Moves, step by step: the interface <c>a</c> is in a child on the lost target t9, and in one on t1 (rules P8 to P10). Every condition of
/// the second step is taken away once.
/// </summary>
public class MoveTests
{
    private readonly GivenPacking _given = new();

    public static TheoryData<string> Conditions =>
    [
        "term", "term then", "removing", "removing then", "closing", "unsettled", "locked", "disabled", "not listed", "two sessions",
        "not there then",
    ];

    [Fact]
    public void P8_the_first_step_leaves_the_interface_where_it_is()
    {
        _given.Has("t9", 1, "a");
        var result = _given.Wants("a").Pack();
        Assert.Equal(["a"], Assert.IsType<CreateChild>(Assert.Single(result.Writes)).Spec.Sources);
    }

    [Fact]
    public void P8_the_second_step_is_taken_when_the_list_shows_the_interface_in_the_new_session()
    {
        var (old, _) = Between();
        var patch = Assert.IsType<PatchChild>(Assert.Single(_given.Pack().Writes));
        Assert.Equal(old, patch.Key);
        Assert.Empty(patch.Spec.Sources);
    }

    [Theory]
    [MemberData(nameof(Conditions))]
    public void P8_the_second_step_is_not_taken_without(string condition)
    {
        var (old, keeper) = Between();
        var then = _given.Input.Listing.Basis.Children.ToDictionary();
        Spoil(condition, keeper, then);
        var input = _given.Input;
        var writes = Packer.Pack(input with { Listing = input.Listing with { Basis = new ListBasis(1, then) } }).Writes;
        Assert.DoesNotContain(writes, write => write is PatchChild patch && patch.Key == old && !patch.Spec.Sources.Contains("a"));
    }

    [Fact]
    public void P10_the_child_that_keeps_the_interface_is_signed_first()
    {
        var (_, keeper) = Between();
        Change(keeper, child => child with { Term = 0 });
        var patch = Assert.IsType<PatchChild>(_given.Pack().Writes.Single(write => write.Key == keeper));
        Assert.Equal(1, patch.Spec.Term);
    }

    [Fact]
    public void P10_a_process_that_sees_a_later_term_stops()
    {
        var (_, keeper) = Between();
        Change(keeper, child => child with { Term = 2 });
        var result = _given.Pack();
        Assert.Equal(PackingWait.LaterLeader, result.Waits);
        Assert.Empty(result.Writes);
    }

    [Fact]
    public void P9_without_a_place_the_interface_stays_where_it_is()
    {
        _given.Policy = _given.Policy with { Targets = [new PackingTarget("SLB", "t1", 1)] };
        _given.Lists("t1", 40, null, "x").Has("t9", 1, "a");
        var result = _given.Wants("a").Pack();
        Assert.Empty(result.Writes);
        Assert.Equal(PlaceReason.QuotaOfTarget, result.Reasons["a"]);
    }

    [Fact]
    public void P9_a_move_that_lacks_its_third_session_only_is_made_in_one_pass_new_child_first()
    {
        var old = _given.Has("t9", 1, "a");
        var result = _given.Wants("a").Lists("t8", 40, null, "a").Lists("t8", 41, null, "a").Pack();
        Assert.Equal(["a"], result.Gaps);
        Assert.Equal(["a"], Assert.IsType<CreateChild>(result.Writes[0]).Spec.Sources);
        Assert.Equal(old, Assert.IsType<PatchChild>(result.Writes[1]).Key);
    }

    [Fact]
    public void P9_without_a_free_number_there_is_no_gap()
    {
        _given.Policy = _given.Policy with { Priorities = new PriorityRange(20, 20) };
        _given.Has("t9", 1, "a");
        var result = _given.Wants("a").Lists("t8", 40, null, "a").Lists("t8", 41, null, "a").Pack();
        Assert.Empty(result.Gaps);
        Assert.Empty(result.Writes);
    }

    [Fact]
    public void P17_under_add_only_no_move_is_started()
    {
        _given.Policy = _given.Policy with { Mode = PolicyMode.AddOnly };
        _given.Has("t9", 1, "a");
        Assert.Empty(_given.But(child => child with { Mode = PolicyMode.AddOnly }).Wants("a").Pack().Writes);
    }

    [Fact]
    public void P17_under_add_only_an_id_that_its_session_lacks_leaves_a_stuck_child()
    {
        _given.Policy = _given.Policy with { Mode = PolicyMode.AddOnly };
        _given.Has("t1", 1, "a");
        _given.But(child => child with { Mode = PolicyMode.AddOnly, CannotTake = true });
        _given.Sessions[0] = _given.Sessions[0] with { Sources = Ids.None };
        var writes = _given.Wants("a").Pack().Writes;
        Assert.IsType<CreateChild>(writes[0]);
        Assert.Empty(Assert.IsType<PatchChild>(writes[1]).Spec.Sources);
    }

    [Fact]
    public void P12_after_a_loss_a_list_is_awaited()
    {
        _given.Has("t1", 1, "a");
        var input = _given.Input;
        input.Memory.StartList(DateTimeOffset.UnixEpoch, TimeSpan.Zero, input.Listing.Basis.Children);
        input.Memory.Gone(new ObjectKey("ns", "p-000000-1"));
        Assert.Equal(PackingWait.ListAfterLoss, Packer.Pack(input).Waits);
    }

    [Fact]
    public void P12_a_policy_waits_for_the_children_of_an_earlier_one_of_its_name()
    {
        _given.Has("t1", 1, "a");
        _given.But(child => child with { Owner = new ChildOwner("p", "0") });
        Assert.Equal(PackingWait.EarlierPolicy, _given.Wants("a").Pack().Waits);
    }

    /// <summary>After the first step: both sessions list it.</summary>
    private (ObjectKey Old, ObjectKey Keeper) Between()
    {
        _given.Wants("a");
        return (_given.Has("t9", 1, "a"), _given.Has("t1", 1, "a"));
    }

    private void Change(ObjectKey key, Func<ChildState, ChildState> change)
    {
        var index = _given.Children.FindIndex(child => child.Key == key);
        _given.Children[index] = change(_given.Children[index]);
    }

    private void Spoil(string condition, ObjectKey keeper, Dictionary<ObjectKey, ChildState> then)
    {
        var removing = new ChildOperation(OperationVerb.Remove, Ids.Of("b"));
        var session = _given.Sessions.FindIndex(one => one.Child == keeper);
        var listed = _given.Sessions[session];
        switch (condition)
        {
            case "term": Change(keeper, child => child with { Term = 0 }); break;
            case "term then": then[keeper] = then[keeper] with { Term = 0 }; break;
            case "removing": Change(keeper, child => child with { Operation = removing }); break;
            case "removing then": then[keeper] = then[keeper] with { Operation = removing }; break;
            case "closing": Change(keeper, child => child with { IsClosing = true }); break;
            case "unsettled": _given.Sessions[session] = listed with { IsSettled = false }; break;
            case "locked": _given.Sessions[session] = listed with { IsLocked = true }; break;
            case "disabled": _given.Sessions[session] = listed with { IsEnabled = false }; break;
            case "not listed": _given.Sessions[session] = listed with { Sources = Ids.None }; break;
            case "two sessions": _given.Lists("t1", 99, keeper, "a"); break;
            default: then[keeper] = then[keeper] with { Sources = Ids.None }; break;
        }
    }
}
