using VpcMirrorOperator.Engine.Lifecycle;

namespace VpcMirrorOperator.Core.Tests.Engine.Lifecycle;

/// <summary>Rule S3: look before Create.</summary>
public class LookBeforeCreateTests
{
    private static readonly ListedMark Second = new("tms-2", GivenLife.Self.CreatedBy, GivenLife.Self.Uid);

    [Fact]
    public void S3_The_finalizer_comes_before_everything_else()
    {
        var plan = LifecyclePlanner.Decide(GivenLife.Input() with { IsHeld = false, ByMark = null, ById = null });
        Assert.IsType<LifecycleStep.Hold>(plan.Step);
        Assert.True(plan.Memory.IsFresh);
    }

    [Fact]
    public void S3_A_new_object_is_looked_for_twice()
    {
        var fresh = GivenLife.Input() with { Memory = new LifecycleMemory { IsFresh = true } };
        Assert.Equal(GivenLife.Now.AddSeconds(2), Assert.IsType<LifecycleStep.Look>(fresh.Later()).At);
        Assert.IsType<LifecycleStep.Create>(fresh.Later(3));
    }

    [Fact]
    public void S3_After_an_attempt_the_second_list_is_later_than_both_limits()
    {
        var input = GivenLife.Input() with { Record = new LifecycleRecord { LastCreateAt = GivenLife.Now.AddSeconds(-10) } };
        Assert.IsType<LifecycleStep.Look>(input.Later(GivenLife.ShownAfter - 10));
        Assert.IsType<LifecycleStep.Create>(input.Later(GivenLife.ShownAfter - 9));
    }

    [Fact]
    public void S3_What_the_process_knows_of_an_attempt_counts_where_an_old_status_does_not_say_it()
    {
        var memory = new LifecycleMemory { IsFresh = true, LastCreateAt = GivenLife.Now.AddSeconds(-10) };
        Assert.IsType<LifecycleStep.Look>((GivenLife.Input() with { Memory = memory }).Later(30));
    }

    [Fact]
    public void S3_With_a_finalizer_and_no_record_the_first_list_counts_as_an_attempt()
    {
        Assert.IsType<LifecycleStep.Look>(GivenLife.Input().Later(GivenLife.ShownAfter));
        Assert.IsType<LifecycleStep.Create>(GivenLife.Input().Later(GivenLife.ShownAfter + 1));
    }

    [Fact]
    public void S3_What_is_found_is_taken_back() => Assert.Equal(
        new LifecycleStep.TakeBack(GivenLife.Id), LifecyclePlanner.Decide(GivenLife.Input().Listed(GivenLife.Mine)).Step);

    [Fact]
    public void S3_What_a_list_shows_with_another_mark_is_not_found()
    {
        var other = GivenLife.Mine with { CreatedBy = (GivenLife.Self with { Name = "other" }).CreatedBy };
        Assert.IsType<LifecycleStep.Create>(GivenLife.Input().Listed(other).Later(GivenLife.ShownAfter + 1));
    }

    /// <summary>Seed 22250 of the simulation: another object's session, just made, by a status that was copied.</summary>
    [Fact]
    public void S5_A_recorded_id_without_an_attempt_is_not_written_to_before_its_mark_would_show()
    {
        var copied = GivenLife.Input().Recorded().Listed(GivenLife.Mine with { CreatedBy = null, Owner = null });
        Assert.IsType<LifecycleStep.ReadIdAgain>(copied.Later(GivenLife.ShownAfter));
        Assert.IsType<LifecycleStep.Exists>(copied.Later(GivenLife.ShownAfter + 1));
        var made = copied with { Record = copied.Record with { LastCreateAt = GivenLife.Now } };
        Assert.IsType<LifecycleStep.Exists>(made.Later());
    }

    [Fact]
    public void S3_The_owner_is_put_right_before_anything_else_is_written()
    {
        var former = GivenLife.Mine with { Owner = "uid-0" };
        var input = GivenLife.Input().Recorded().Listed(former);
        Assert.Equal(new LifecycleStep.SetOwner(former), LifecyclePlanner.Decide(input).Step);
        Assert.IsType<LifecycleStep.Exists>(LifecyclePlanner.Decide(input with { MayCreate = false }).Step);
    }

    [Fact]
    public void S3_Several_stall_and_nothing_is_created()
    {
        var step = Assert.IsType<LifecycleStep.Several>(GivenLife.Input().Listed(GivenLife.Mine, Second).Later(300));
        Assert.Equal([GivenLife.Id, "tms-2"], step.Ids);
    }

    [Fact]
    public void S3_A_recorded_id_is_gone_when_two_lists_do_not_show_it_the_second_later_than_the_stale_read_limit()
    {
        var input = GivenLife.Input().Recorded() with { ByMark = null };
        Assert.IsType<LifecycleStep.ReadIdAgain>(input.Later(60));
        Assert.IsType<LifecycleStep.Look>(input.Later(61));
    }

    [Fact]
    public void S3_What_shows_again_is_not_gone()
    {
        var input = GivenLife.Input().Recorded() with { ByMark = null };
        var missed = LifecyclePlanner.Decide(input);
        var shown = input.Listed(GivenLife.Mine).After(missed, 30);
        var seen = LifecyclePlanner.Decide(shown);
        Assert.IsType<LifecycleStep.Exists>(seen.Step);
        var missedAgain = shown.After(seen, 40) with { ById = new ListReading([], GivenLife.Now.AddSeconds(70)) };
        Assert.IsType<LifecycleStep.ReadIdAgain>(missedAgain.Later());
    }

    [Fact]
    public void S3_Under_a_policy_that_does_not_write_none_is_created() => Assert.IsType<LifecycleStep.Absent>(
        (GivenLife.Input() with { MayCreate = false }).Later(GivenLife.ShownAfter + 1));

    [Fact]
    public void S5_A_recorded_id_that_carries_another_objects_mark_is_not_believed()
    {
        var other = GivenLife.Mine with { CreatedBy = (GivenLife.Self with { Name = "other" }).CreatedBy };
        var input = GivenLife.Input().Recorded().Listed(other) with { Memory = new LifecycleMemory { IsFresh = true } };
        Assert.IsType<LifecycleStep.Create>(input.Later(3));
    }

    [Fact]
    public void S10_What_vanished_while_the_account_was_locked_is_made_again_only_when_somebody_says_so()
    {
        var locked = GivenLife.Input() with { Record = new LifecycleRecord { Id = GivenLife.Id, LockedId = GivenLife.Id } };
        Assert.Equal(new LifecycleStep.VanishedInArrears(GivenLife.Id), locked.Later(61, 100));
        Assert.IsType<LifecycleStep.Create>((locked with { MayRecreate = GivenLife.Id }).Later(61, 100));
        Assert.Equal(
            new LifecycleStep.VanishedInArrears(GivenLife.Id),
            (GivenLife.Input() with { Record = new LifecycleRecord { LockedId = GivenLife.Id } }).Later(100));
    }
}
