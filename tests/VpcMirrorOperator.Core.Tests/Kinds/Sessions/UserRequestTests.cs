using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions;

/// <summary>What a user asks for, and what is told about somebody else's changes.</summary>
public class UserRequestTests
{
    [Fact]
    public void The_cloud_is_asked_once_for_a_plan_and_not_again_for_its_other_batches()
    {
        var rig = new EngineRig(Given.Ids(1, 25), Given.Ids(26, 12));
        rig.Edit(spec => spec with { ValidateWithDryRun = true });
        rig.RunUntilReady();
        Assert.Equal([true, false, false, false, false, false], rig.Writes.Select(call => call.DryRun));
        Assert.Null(rig.Writes[0].ClientToken);
    }

    [Fact]
    public void A_dry_run_that_fails_records_no_intent_and_makes_no_write()
    {
        var rig = new EngineRig(Given.Ids(1, 1), []);
        rig.Edit(spec => spec with { ValidateWithDryRun = true });
        rig.Cloud.SetServiceOpened(EngineRig.Account, Given.Region, false);
        rig.RunUntil(() => rig.Ready.Reason == Reasons.ServiceNotOpened);
        rig.RunFor(TimeSpan.FromMinutes(3));
        Assert.All(rig.Writes, call => Assert.True(call.DryRun));
        Assert.Equal(0, rig.Status.OperationSequence);
        Assert.InRange(rig.Writes.Length, 3, 5);
    }

    [Fact]
    public void A_requested_check_reads_the_cloud_now_and_is_echoed()
    {
        var rig = new EngineRig(Given.Ids(1, 1), Given.Ids(1, 1));
        rig.RunUntilReady();
        // The last observation is less than a second old, and what it saw may have changed.
        rig.Thread.Pass(TimeSpan.FromMilliseconds(500));
        var before = rig.Calls.Count();
        rig.Annotate(Annotations.ReconcileRequestedAt, "today");
        rig.Reconcile();
        Assert.Equal((before + 1, "today"), (rig.Calls.Count(), rig.Status.LastHandledReconcileAt));
        rig.Store.Written.Clear();
        rig.Reconcile();
        Assert.Equal((before + 1, 0), (rig.Calls.Count(), rig.Store.Written.Count));
    }

    [Fact]
    public void The_echo_of_a_request_is_bounded_and_another_long_one_is_still_another_one()
    {
        var rig = new EngineRig(Given.Ids(1, 1), Given.Ids(1, 1));
        rig.RunUntilReady();
        rig.Thread.Pass(TimeSpan.FromMilliseconds(500));
        var before = rig.Calls.Count();
        rig.Annotate(Annotations.ReconcileRequestedAt, new string('x', 262_144));
        rig.Reconcile();
        var first = rig.Status.LastHandledReconcileAt!;
        rig.Reconcile();
        Assert.Equal(before + 1, rig.Calls.Count());
        Assert.InRange(first.Length, 1, 256);
        rig.Thread.Pass(TimeSpan.FromMilliseconds(500));
        rig.Annotate(Annotations.ReconcileRequestedAt, new string('x', 262_143));
        rig.Reconcile();
        Assert.Equal(before + 2, rig.Calls.Count());
        Assert.NotEqual(first, rig.Status.LastHandledReconcileAt);
    }

    [Fact]
    public void Somebody_elses_change_is_reported_and_repaired()
    {
        var rig = new EngineRig(Given.Ids(1, 5), Given.Ids(1, 5));
        rig.RunUntilReady();
        Assert.Equal("OK", rig.Cloud.ForeignRemove(EngineRig.Account, Given.Region, Given.SessionId, Given.Ids(2, 1)));
        rig.RunUntil(() => rig.Has(ConditionTypes.DriftDetected));
        rig.RunUntilReady();
        Assert.Equal(Given.Ids(1, 5), rig.Sources);
        Assert.False(rig.Has(ConditionTypes.DriftDetected));
        Assert.Single(rig.Writes);
    }

    [Fact]
    public void Our_own_changes_are_never_called_drift()
    {
        var rig = new EngineRig(Given.Ids(8, 25), Given.Ids(1, 25));
        rig.RunUntilReady();
        Assert.DoesNotContain(rig.Store.Written, status => Conditions.IsTrue(status.Conditions, ConditionTypes.DriftDetected));
    }

    [Fact]
    public void A_held_plan_is_carried_out_to_its_end_after_one_approval()
    {
        var rig = new EngineRig(Given.Ids(1, 5), Given.Ids(1, 40));
        rig.Edit(spec => spec with { Safety = new SafetySpec { MaxRemovals = new IntOrPercent(5, false) } });
        rig.RunUntil(() => rig.Has(ConditionTypes.SafetyHold));
        rig.RunFor(TimeSpan.FromMinutes(30));
        Assert.Empty(rig.Writes);
        rig.Annotate(Annotations.ApprovedPlan, rig.Status.Plan!.Hash);
        rig.RunUntilReady();
        Assert.Equal((4, 5), (rig.Writes.Length, rig.Sources.Count()));
    }

    [Fact]
    public void The_younger_of_two_objects_for_one_session_does_nothing_until_it_is_alone()
    {
        var rig = new EngineRig(Given.Ids(1, 1), Given.Ids(1, 1));
        var older = Given.Declared(Given.Ids(1, 1));
        older = older with { Metadata = older.Metadata with { Name = "older", CreationTimestamp = Given.Now.AddDays(-9), Uid = "uid-0" } };
        rig.Store.Put(older);
        rig.Edit(spec => spec with { SourceIds = Given.Ids(1, 2) });
        rig.RunUntil(() => rig.Has(ConditionTypes.OwnershipConflict));
        Assert.True(rig.Has(ConditionTypes.Stalled));
        rig.RunFor(TimeSpan.FromMinutes(20));
        Assert.Empty(rig.Writes);
        rig.Store.Remove(older.Key());
        rig.RunUntilReady();
        Assert.False(rig.Has(ConditionTypes.OwnershipConflict));
    }
}
