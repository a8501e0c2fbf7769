using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.Emulator.Faults;
using VpcMirrorOperator.Emulator.Settings;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kubernetes.Control;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions;

/// <summary>The life of an object with <c>deletionPolicy: Detach</c>, to its end.</summary>
public class DeletionTests
{
    private static readonly string[] Foreign = Given.Ids(90, 2);

    [Fact]
    public void With_the_keys_of_another_account_nothing_is_given_up()
    {
        var rig = Detaching(Given.Ids(1, 2));
        rig.RunUntilReady();
        rig.Reconciler = rig.Process("successor", EngineRig.OtherKeys);
        rig.RunFor(TimeSpan.FromMinutes(10));
        Assert.Equal(Reasons.SessionNotFound, rig.Ready.Reason);
        rig.Store.Delete(EngineRig.Key);
        rig.Reconciler = rig.Process("next", EngineRig.OtherKeys);
        rig.RunFor(TimeSpan.FromHours(1));

        Assert.Equal((Reasons.AccountUnconfirmed, 2), (rig.Ready.Reason, rig.Sources.Count()));
        Assert.Contains("deletionPolicy: Retain", rig.Ready.Message, StringComparison.Ordinal);
        rig.Reconciler = rig.Process("last");
        RunUntilGone(rig);
        Assert.Empty(rig.Sources);
    }

    [Fact]
    public void A_session_that_is_gone_lets_the_object_go()
    {
        var rig = Detaching(Given.Ids(1, 2));
        rig.RunUntilReady();
        rig.Cloud.DeleteSession(EngineRig.Account, Given.Region, Given.SessionId);
        rig.Store.Delete(EngineRig.Key);
        RunUntilGone(rig);
        Assert.Equal((0, Reasons.Released), (rig.Writes.Count(call => call.Executed), rig.Events.Reasons.Last()));
    }

    [Fact]
    public void The_finalizer_is_on_the_object_before_its_first_write()
    {
        var rig = new EngineRig(Given.Ids(1, 3), []);
        rig.Edit(Detach);
        rig.Store.BeforeWrite = _ =>
        {
            Assert.Equal([Finalizers.Detach], rig.Store.Find(EngineRig.Key)!.Metadata.Finalizers);
            return Task.CompletedTask;
        };
        rig.RunUntilReady();
        Assert.Single(rig.Writes);
    }

    [Fact]
    public void The_finalizer_goes_when_the_policy_becomes_Retain_and_others_stay()
    {
        var rig = new EngineRig(Given.Ids(1, 3), Given.Ids(1, 3));
        var declared = rig.Store.Find(EngineRig.Key)!;
        rig.Store.Put(declared with { Metadata = declared.Metadata with { Finalizers = ["foreign/one"] } });
        rig.Edit(Detach);
        rig.RunUntilReady();
        Assert.Equal(["foreign/one", Finalizers.Detach], rig.Store.Find(EngineRig.Key)!.Metadata.Finalizers);
        rig.Edit(spec => spec with { DeletionPolicy = DeletionPolicy.Retain });
        rig.Reconcile();
        Assert.Equal(["foreign/one"], rig.Store.Find(EngineRig.Key)!.Metadata.Finalizers);
    }

    [Fact]
    public void Twenty_five_sources_leave_in_three_batches_and_foreign_ones_stay()
    {
        var rig = Deleted(Given.Ids(1, 25), [.. Given.Ids(1, 25), .. Foreign]);
        RunUntilGone(rig);
        Assert.Equal([10, 10, 5], rig.Log.FieldsOf(3010).Select(line => ((string[])line["Ids"]!).Length));
        Assert.Equal(3, rig.Writes.Length);
        Assert.Equal(Foreign, rig.Sources);
        Assert.Equal([Reasons.RemovingSources, Reasons.Detached], rig.Events.Reasons);
        Assert.IsType<Outcome.Finished>(rig.Reconcile());
    }

    [Theory]
    [InlineData(FaultKind.DropAfterEffect)]
    [InlineData(FaultKind.DropBeforeEffect)]
    public void A_process_that_dies_in_the_middle_loses_and_doubles_nothing(FaultKind fault)
    {
        var rig = Deleted(Given.Ids(1, 15), [.. Given.Ids(1, 15), .. Foreign], EmulatorSettings.RaisedQuotas with
        {
            StaleAfterWrite = TimeSpan.FromSeconds(3),
        });
        rig.Cloud.Faults.Add(new FaultRule { Kind = fault, Action = "RemoveSourcesFromTrafficMirrorSession", Times = 1 });
        rig.Reconcile();
        rig.Reconciler = rig.Process("successor");
        RunUntilGone(rig);
        Assert.Equal(Foreign, rig.Sources);
        Assert.Equal(2, rig.Writes.Count(call => call.Executed));
    }

    [Fact]
    public void A_session_that_vanishes_between_the_observation_and_the_write_lets_the_object_go_at_the_next_look()
    {
        var rig = Deleted(Given.Ids(1, 3), [.. Given.Ids(1, 3), .. Foreign]);
        rig.Store.BeforeWrite = _ =>
        {
            rig.Store.BeforeWrite = null;
            rig.Cloud.DeleteSession(EngineRig.Account, Given.Region, Given.SessionId);
            return Task.CompletedTask;
        };
        rig.RunFor(TimeSpan.FromSeconds(10));
        Assert.Null(rig.Store.Find(EngineRig.Key));
    }

    [Fact]
    public void A_suspended_object_waits_and_says_why_until_it_may_go_on()
    {
        var rig = Deleted(Given.Ids(1, 3), [.. Given.Ids(1, 3), .. Foreign], spec: spec => spec with { Suspend = true });
        rig.RunFor(TimeSpan.FromMinutes(20));
        Assert.Equal(Reasons.Suspended, rig.Ready.Reason);
        Assert.True(rig.Has(ConditionTypes.Paused));
        Assert.Contains("Retain", rig.Ready.Message, StringComparison.Ordinal);
        Assert.Empty(rig.Writes);
        rig.Edit(spec => spec with { Suspend = false });
        RunUntilGone(rig);
        Assert.Equal(Foreign, rig.Sources);
    }

    [Fact]
    public void A_deletion_that_would_empty_the_session_waits_for_a_word()
    {
        var rig = Deleted(Given.Ids(1, 3), Given.Ids(1, 3));
        rig.RunFor(TimeSpan.FromMinutes(20));
        Assert.Equal((Reasons.WouldEmptySession, true), (rig.Ready.Reason, rig.Has(ConditionTypes.SafetyHold)));
        Assert.Equal([Reasons.WouldEmptySession], rig.Events.Holds);
        rig.Edit(spec => spec with { Safety = new SafetySpec { AllowEmpty = true } });
        RunUntilGone(rig);
        Assert.Empty(rig.Sources);
    }

    [Fact]
    public void Retain_lets_a_held_object_go_without_a_call_even_when_the_cloud_is_out_of_reach()
    {
        var rig = Deleted(Given.Ids(1, 3), Given.Ids(1, 3));
        rig.RunUntil(() => rig.Has(ConditionTypes.SafetyHold));
        var calls = rig.Calls.Count();
        rig.Edit(spec => spec with { DeletionPolicy = DeletionPolicy.Retain });
        rig.Reconcile();
        Assert.Null(rig.Store.Find(EngineRig.Key));
        Assert.Equal((calls, 3), (rig.Calls.Count(), rig.Sources.Count()));
    }

    [Fact]
    public void An_uninstall_detaches_nothing()
    {
        var rig = Deleted(Given.Ids(1, 3), [.. Given.Ids(1, 3), .. Foreign]);
        rig.Store.KindIsGoingAway = true;
        rig.Reconcile();
        Assert.Null(rig.Store.Find(EngineRig.Key));
        Assert.Empty(rig.Writes);
        Assert.Equal(Reasons.Released, rig.Events.Reasons.Last());
    }

    [Fact]
    public void One_approval_reaches_to_the_end_of_a_deletion()
    {
        var rig = Deleted(Given.Ids(1, 25), [.. Given.Ids(1, 25), .. Foreign], spec: spec => spec with
        {
            Safety = new SafetySpec { MaxRemovals = new IntOrPercent(5, false) },
        });
        rig.RunUntil(() => rig.Has(ConditionTypes.SafetyHold));
        Assert.Empty(rig.Writes);
        rig.Annotate(Annotations.ApprovedPlan, rig.Status.Plan!.Hash);
        RunUntilGone(rig);
        Assert.Equal((3, 2), (rig.Writes.Length, rig.Sources.Count()));
    }

    [Fact]
    public void A_cloud_that_cannot_be_read_keeps_the_object_with_the_reason_and_a_way_out()
    {
        var rig = Deleted(Given.Ids(1, 3), [.. Given.Ids(1, 3), .. Foreign]);
        rig.Cloud.Faults.Add(new FaultRule { Kind = FaultKind.Error, Times = 100 });
        rig.RunFor(TimeSpan.FromMinutes(2));
        Assert.Equal(Reasons.CloudUnavailable, rig.Ready.Reason);
        Assert.Contains("Retain", rig.Ready.Message, StringComparison.Ordinal);
        rig.Cloud.Faults.Clear();
        RunUntilGone(rig);
    }

    [Fact]
    public void Every_write_has_its_audit_line()
    {
        var rig = Deleted(Given.Ids(1, 3), [.. Given.Ids(1, 3), .. Foreign]);
        RunUntilGone(rig);
        var (line, call) = (Assert.Single(rig.Log.FieldsOf(3010)), Assert.Single(rig.Writes));
        Assert.Equal(
            ("OK", call.Action, call.RequestId, call.ClientToken),
            (line["Result"], line["Action"], line["RequestId"], line["ClientToken"]));
        Assert.Equal(Given.Ids(1, 3), line["Ids"]);
        Assert.NotNull(line["PlanHash"]);
    }

    private static TrafficMirrorSessionSpec Detach(TrafficMirrorSessionSpec spec) => spec with { DeletionPolicy = DeletionPolicy.Detach };

    /// <summary>An object that was Ready, then got its last spec, and was deleted.</summary>
    private static EngineRig Deleted(
        IReadOnlyList<string> ids, IEnumerable<string> actual, EmulatorSettings? settings = null,
        Func<TrafficMirrorSessionSpec, TrafficMirrorSessionSpec>? spec = null)
    {
        var rig = new EngineRig(ids, actual, settings);
        rig.Edit(plain => Detach(plain) with { ManagementPolicy = ManagementPolicy.AddOnly });
        rig.RunUntilReady();
        rig.Edit(plain => (spec ?? (same => same))(plain with { ManagementPolicy = ManagementPolicy.Sync }));
        rig.Store.Delete(EngineRig.Key);
        return rig;
    }

    /// <summary>In order, and to be detached when it is deleted.</summary>
    private static EngineRig Detaching(string[] ids)
    {
        var rig = new EngineRig(ids, ids);
        rig.Edit(spec => Detach(spec) with { Safety = spec.Safety! with { AllowEmpty = true } });
        return rig;
    }

    private static void RunUntilGone(EngineRig rig) => rig.RunUntil(() => rig.Store.Find(EngineRig.Key) is null);
}
