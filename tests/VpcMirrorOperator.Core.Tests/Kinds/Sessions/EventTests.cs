using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kinds.Sessions;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions;

/// <summary>Events tell transitions, once each.</summary>
public class EventTests
{
    [Fact]
    public void A_change_of_many_batches_tells_its_beginning_and_its_end()
    {
        var rig = new EngineRig(Given.Ids(1, 35), Given.Ids(41, 25));
        rig.RunUntilReady();
        rig.RunFor(TimeSpan.FromHours(1));
        Assert.Equal([Reasons.AddingSources, Reasons.RemovingSources, Reasons.Synced], rig.Events.Reasons);
        Assert.All(rig.Events.Events, told => Assert.Equal(SessionEventType.Normal, told.Type));
        Assert.Equal((7, true), (rig.Events.Operations.Count, rig.Events.Operations.All(operation => operation.Succeeded)));
    }

    [Fact]
    public void A_new_process_tells_nothing_that_the_status_says_already()
    {
        var rig = new EngineRig(Given.Ids(1, 3), Given.Ids(1, 2));
        rig.RunUntilReady();
        rig.Reconciler = rig.Process("successor");
        rig.Reconcile();
        Assert.Equal([Reasons.AddingSources, Reasons.Synced], rig.Events.Reasons);
    }

    [Fact]
    public void An_object_that_is_found_in_order_is_no_news_neither_as_an_event_nor_in_the_log()
    {
        var rig = new EngineRig(Given.Ids(1, 3), Given.Ids(1, 3));
        rig.RunUntilReady();
        rig.RunFor(TimeSpan.FromHours(1));
        Assert.Empty(rig.Events.Reasons);
        Assert.Empty(rig.Log.FieldsOf(3004));
    }

    [Fact]
    public void An_object_that_becomes_Ready_without_a_write_of_ours_is_news()
    {
        var rig = new EngineRig(Given.Ids(1, 3), Given.Ids(1, 2));
        rig.Edit(spec => spec with { Suspend = true });
        rig.RunFor(TimeSpan.FromMinutes(1));
        Assert.Equal("OK", rig.Cloud.ForeignAdd(EngineRig.Account, Given.Region, Given.SessionId, Given.Ids(3, 1)));
        rig.RunUntilReady();
        Assert.Empty(rig.Writes);
        Assert.Equal([Reasons.Suspended, Reasons.ChangedBySomebodyElse, Reasons.Synced], rig.Events.Reasons);
    }

    [Fact]
    public void An_object_that_was_found_in_order_and_is_changed_by_somebody_else_tells_its_repair()
    {
        var rig = new EngineRig(Given.Ids(1, 3), Given.Ids(1, 3));
        rig.RunUntilReady();
        Assert.Equal("OK", rig.Cloud.ForeignRemove(EngineRig.Account, Given.Region, Given.SessionId, Given.Ids(3, 1)));
        rig.RunUntil(() => rig.Events.Drifts > 0);
        rig.RunUntilReady();
        Assert.Equal([Reasons.ChangedBySomebodyElse, Reasons.AddingSources, Reasons.Synced], rig.Events.Reasons);
    }

    [Fact]
    public void A_failure_that_needs_a_user_is_told_once_and_so_is_its_end()
    {
        var rig = new EngineRig(Given.Ids(1, 3), []);
        rig.Cloud.SetServiceOpened(EngineRig.Account, Given.Region, false);
        rig.RunFor(TimeSpan.FromMinutes(10));
        rig.Cloud.SetServiceOpened(EngineRig.Account, Given.Region, true);
        rig.RunUntilReady();
        Assert.Equal([Reasons.AddingSources, Reasons.ServiceNotOpened, Reasons.Synced], rig.Events.Reasons);
        Assert.Equal(SessionEventType.Warning, rig.Events.Events[1].Type);
    }

    [Fact]
    public void Drift_and_a_guard_are_warnings_and_are_counted()
    {
        var rig = new EngineRig(Given.Ids(1, 5), Given.Ids(1, 5));
        rig.Edit(spec => spec with { Safety = new SafetySpec { MaxRemovals = new IntOrPercent(0, false) } });
        rig.RunUntilReady();
        Assert.Equal("OK", rig.Cloud.ForeignAdd(EngineRig.Account, Given.Region, Given.SessionId, Given.Ids(9, 1)));
        rig.RunUntil(() => rig.Has(ConditionTypes.SafetyHold));
        rig.RunFor(TimeSpan.FromHours(1));
        Assert.Equal([Reasons.ChangedBySomebodyElse, Reasons.MaxRemovalsExceeded], rig.Events.Reasons);
        Assert.All(rig.Events.Events, told => Assert.Equal(SessionEventType.Warning, told.Type));
        Assert.Equal((1, 1), (rig.Events.Drifts, rig.Events.Holds.Count));
    }

    [Fact]
    public void A_foreign_change_is_told_with_the_first_three_ids_and_how_many_more()
    {
        var rig = new EngineRig(Given.Ids(1, 10), Given.Ids(1, 10));
        rig.RunUntilReady();
        Assert.Equal("OK", rig.Cloud.ForeignRemove(EngineRig.Account, Given.Region, Given.SessionId, Given.Ids(3, 5)));
        rig.RunUntil(() => rig.Events.Drifts > 0);
        var told = rig.Events.Events.Single(e => e.Reason == Reasons.ChangedBySomebodyElse).Message;
        Assert.EndsWith("Missing now: eni-0003, eni-0004, eni-0005 and 2 more.", told, StringComparison.Ordinal);
    }

    [Fact]
    public void An_approval_that_counts_is_told_once()
    {
        var rig = new EngineRig(Given.Ids(1, 5), Given.Ids(1, 30));
        rig.Edit(spec => spec with { Safety = new SafetySpec { MaxRemovals = new IntOrPercent(4, false) } });
        rig.RunUntil(() => rig.Has(ConditionTypes.SafetyHold));
        Assert.Contains("(25: eni-0006, eni-0007, eni-0008 and 22 more)", rig.Ready.Message, StringComparison.Ordinal);
        rig.Annotate(Annotations.ApprovedPlan, rig.Status.Plan!.Hash);
        rig.RunUntilReady();
        var told = Assert.Single(rig.Events.Events, e => e.Reason == Reasons.PlanApproved);
        Assert.Contains("eni-0006, eni-0007, eni-0008 and 22 more", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_object_that_goes_without_a_finalizer_is_told_and_one_that_was_released_is_not_told_twice()
    {
        var rig = new EngineRig(Given.Ids(1, 2), Given.Ids(1, 2));
        rig.RunUntilReady();
        rig.Store.Remove(EngineRig.Key);
        rig.Reconcile();
        rig.Reconcile();
        Assert.Equal([Reasons.Released], rig.Events.Reasons);
        Assert.Contains("stays as it is and is not managed any more", rig.Events.Events[^1].Message, StringComparison.Ordinal);
        Assert.Single(rig.Log.FieldsOf(3011));

        var held = new EngineRig(Given.Ids(1, 2), Given.Ids(1, 3));
        held.Edit(spec => spec with
        {
            DeletionPolicy = DeletionPolicy.Detach, Safety = spec.Safety! with { AllowEmpty = true },
        });
        held.RunUntilReady();
        held.Store.Delete(EngineRig.Key);
        held.RunUntil(() => held.Store.Find(EngineRig.Key) is null);
        held.Reconcile();
        Assert.Equal(1, held.Events.Reasons.Count(reason => reason is Reasons.Released or Reasons.Detached));
    }

    [Fact]
    public void A_source_that_stays_refused_is_told_once_however_often_it_is_retried()
    {
        var rig = new EngineRig(Given.Ids(1, 3), Given.Ids(1, 2));
        rig.Cloud.DeleteNetworkInterface(Given.Id(3));
        rig.RunFor(TimeSpan.FromHours(4));
        Assert.Equal([Reasons.AddingSources, Reasons.SourcesRejected], rig.Events.Reasons);
    }
}
