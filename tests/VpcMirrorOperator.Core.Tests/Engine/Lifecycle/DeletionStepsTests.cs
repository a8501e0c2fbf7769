using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Engine.Lifecycle;

namespace VpcMirrorOperator.Core.Tests.Engine.Lifecycle;

/// <summary>Rules S2, S5, S12 and S15: what is deleted with its object, and what stays.</summary>
public class DeletionStepsTests
{
    [Fact]
    public void S12_What_carries_the_mark_is_deleted() => Assert.Equal(
        new LifecycleStep.Delete(GivenLife.Mine), Deleted().Recorded().Listed(GivenLife.Mine).Later());

    [Fact]
    public void S12_Without_a_recorded_id_the_one_that_a_look_finds_is_taken_and_deleted()
    {
        var input = Deleted().Listed(GivenLife.Mine);
        Assert.Equal(new LifecycleStep.TakeBack(GivenLife.Id), input.Later());
        Assert.IsType<LifecycleStep.Delete>(input.Later(1));
    }

    [Fact]
    public void S12_Retain_lets_the_object_go_at_once() => AssertReleased(
        ReleaseReason.NotAsked, (Deleted() with { Deletion = DeletionIntent.Release, ByMark = null, ById = null }).Recorded().Later());

    [Fact]
    public void S3_A_deleted_object_keeps_its_name_until_lists_show_what_it_created()
    {
        var input = Deleted() with
        {
            Deletion = DeletionIntent.Release, Record = new LifecycleRecord { Id = GivenLife.Id, LastCreateAt = GivenLife.Now },
        };
        Assert.Equal(GivenLife.Now.AddSeconds(GivenLife.ShownAfter), Assert.IsType<LifecycleStep.Wait>(input.Later()).At);
        AssertReleased(ReleaseReason.NotAsked, input.Later(GivenLife.ShownAfter));
    }

    [Fact]
    public void S2_What_carries_another_objects_mark_is_never_deleted()
    {
        var other = GivenLife.Mine with { CreatedBy = (GivenLife.Self with { Name = "other" }).CreatedBy };
        AssertReleased(ReleaseReason.OfAnother, Deleted().Recorded().Listed(other).Later(GivenLife.ShownAfter + 1));
    }

    [Fact]
    public void S12_Without_a_mark_it_looks_again_after_the_limits_and_then_lets_go()
    {
        var input = Deleted().Recorded().Listed(GivenLife.Mine with { CreatedBy = null, Owner = null });
        Assert.IsType<LifecycleStep.ReadIdAgain>(input.Later(GivenLife.ShownAfter));
        AssertReleased(ReleaseReason.Unmarked, input.Later(GivenLife.ShownAfter + 1));
    }

    [Fact]
    public void S12_Several_and_none_recorded_are_left_alone() => AssertReleased(
        ReleaseReason.Several, Deleted().Listed(GivenLife.Mine, GivenLife.Mine with { Id = "tms-2" }).Later());

    [Fact]
    public void S12_A_Delete_of_ours_whose_id_is_gone_is_done()
    {
        var input = Deleted().Recorded().WithOperation(OperationVerb.Delete, 30, accepted: true);
        Assert.IsType<LifecycleStep.ReadIdAgain>(input.Later());
        AssertReleased(ReleaseReason.Deleted, input.Later(2));
    }

    /// <summary>Seed 21697 of the simulation: a status from a backup brought the Delete of the object that had the name before.</summary>
    [Fact]
    public void S12_A_Delete_of_a_former_life_ends_nothing_and_what_this_one_made_is_looked_for()
    {
        var input = Deleted().Recorded().WithOperation(OperationVerb.Delete, 30, accepted: true) with { IsOfFormerLife = true };
        Assert.Equal(new LifecycleStep.TakeBack("tms-2"), input.Listed(GivenLife.Mine with { Id = "tms-2" }).Later(61));
        AssertReleased(ReleaseReason.NothingThere, input.Later(61, 100));
    }

    [Fact]
    public void S12_A_Delete_without_an_answer_is_done_only_when_no_old_list_can_say_so()
    {
        var input = Deleted().Recorded().WithOperation(OperationVerb.Delete, 5);
        Assert.IsType<LifecycleStep.ReadIdAgain>(input.Later(GivenLife.ShownAfter - 6));
        AssertReleased(ReleaseReason.Deleted, input.Later(GivenLife.ShownAfter - 5));
    }

    [Fact]
    public void S12_A_Delete_without_an_answer_is_repeated_while_it_is_right()
    {
        var input = Deleted().Recorded().Listed(GivenLife.Mine).WithOperation(OperationVerb.Delete, 5);
        Assert.IsType<LifecycleStep.Repeat>(input.Later());
        Assert.IsType<LifecycleStep.ReadIdAgain>((input with { IsStillWanted = false }).Later());
        Assert.IsType<LifecycleStep.ReadIdAgain>((input with { NamedBy = new("ids", "other") }).Later());
        Assert.IsType<LifecycleStep.ReadIdAgain>(input.Listed(GivenLife.Mine with { CreatedBy = null }).Later());
    }

    [Fact]
    public void S12_A_Delete_that_the_mode_forbids_by_now_is_looked_up_and_then_let_go()
    {
        var input = Deleted().Recorded().Listed(GivenLife.Mine).WithOperation(OperationVerb.Delete, 5);
        AssertReleased(ReleaseReason.NotAsked, (input with { IsStillWanted = false, Deletion = DeletionIntent.Release }).Later(30));
    }

    [Theory]
    [InlineData(OperationVerb.Tag)]
    [InlineData(OperationVerb.Delete)]
    public void S12_What_stays_is_not_read_for_a_recorded_call_that_is_over(OperationVerb verb)
    {
        var released = Deleted().Recorded() with { Deletion = DeletionIntent.Release, ById = null, ByMark = null };
        AssertReleased(ReleaseReason.NotAsked, released.WithOperation(verb, 5, accepted: true).Later());
        Assert.Equal(
            GivenLife.Now.AddSeconds(20), Assert.IsType<LifecycleStep.Wait>(released.WithOperation(verb, 5).Later()).At);
        AssertReleased(ReleaseReason.NotAsked, released.WithOperation(verb, 5).Later(20));
    }

    [Fact]
    public void S12_A_change_that_may_be_on_its_way_is_waited_for_before_the_Delete()
    {
        var input = Deleted().Recorded().Listed(GivenLife.Mine).WithOperation(OperationVerb.Update, 5);
        Assert.IsType<LifecycleStep.Wait>(input.Later());
        Assert.IsType<LifecycleStep.Delete>(input.Later(21));
    }

    [Fact]
    public void S5_What_another_living_object_names_is_released_and_says_who_keeps_it()
    {
        var input = Deleted().Recorded().Listed(GivenLife.Mine) with { NamedBy = new("ids", "other") };
        var release = Assert.IsType<LifecycleStep.Release>(input.Later());
        Assert.Equal((ReleaseReason.NamedByAnother, new("ids", "other")), (release.Why, release.KeptBy!.Value));
    }

    [Fact]
    public void S15_What_is_in_use_is_not_deleted() => Assert.Equal(
        new LifecycleStep.InUse("used"), (Deleted().Recorded().Listed(GivenLife.Mine) with { InUse = "used" }).Later());

    [Fact]
    public void S12_Gone_already_it_is_looked_for_by_mark_and_then_let_go()
    {
        var input = Deleted().Recorded();
        AssertReleased(ReleaseReason.NothingThere, input.Later(61, 100));
        Assert.Equal(new LifecycleStep.TakeBack("tms-2"), input.Listed(GivenLife.Mine with { Id = "tms-2" }).Later(61));
    }

    /// <summary>
    /// Seed 50012 of the simulation's profile Move: an object with a copied status emptied the session that it was copied from.
    /// </summary>
    [Fact]
    public void S5_A_detached_object_lets_go_of_what_carries_anothers_mark()
    {
        var other = GivenLife.Mine with { CreatedBy = (GivenLife.Self with { Name = "other" }).CreatedBy };
        AssertReleased(ReleaseReason.OfAnother, DetachSteps.Before(Deleted().Recorded().Listed(other))!.Step);
        Assert.Null(DetachSteps.Before(Deleted().Recorded().Listed(GivenLife.Mine)));
        Assert.Null(DetachSteps.Before(Deleted().Recorded()));
    }

    [Fact]
    public void S5_Nothing_is_detached_from_before_its_mark_would_show()
    {
        var copied = Deleted().Recorded().Listed(GivenLife.Mine with { CreatedBy = null, Owner = null });
        var before = DetachSteps.Before(copied)!;
        Assert.IsType<LifecycleStep.ReadIdAgain>(before.Step);
        Assert.Null(DetachSteps.Before(copied.After(before, GivenLife.ShownAfter + 1)));
        Assert.Null(DetachSteps.Before(copied with { Record = copied.Record with { LastCreateAt = GivenLife.Now } }));
    }

    private static LifecycleInput Deleted() => GivenLife.Input() with { Deletion = DeletionIntent.Delete };

    private static void AssertReleased(ReleaseReason why, LifecycleStep step) =>
        Assert.Equal(why, Assert.IsType<LifecycleStep.Release>(step).Why);
}
