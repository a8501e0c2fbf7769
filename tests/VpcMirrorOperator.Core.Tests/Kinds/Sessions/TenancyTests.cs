using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Tenancy;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions;

/// <summary>Namespaces are tenants: what one has is not another's to empty, to read or to inherit.</summary>
public class TenancyTests
{
    private static readonly TenancyRules List = TenancyRules.Of(
        [KeyValuePair.Create("owners", new NamespaceRights([Given.Region], [Given.SessionId]))]);

    [Fact]
    public void A_namespace_that_is_not_on_the_list_reads_changes_and_removes_nothing_and_is_told_what_is_missing()
    {
        var rig = new EngineRig(Given.Ids(1, 1), Given.Ids(1, 20)) { Tenancy = List };
        rig.Reconciler = rig.Process("restricted");
        rig.RunFor(TimeSpan.FromHours(1));

        Assert.Equal(20, rig.Sources.Count());
        Assert.Empty(rig.Calls);
        Assert.Equal((ConditionStatus.False, Reasons.NotAllowed), (rig.Ready.Status, rig.Ready.Reason));
        Assert.True(rig.Has(ConditionTypes.Stalled));
        Assert.Contains("does not name namespace ids", rig.Ready.Message, StringComparison.Ordinal);
        Assert.Contains("--tenancy-file", rig.Ready.Message, StringComparison.Ordinal);
        Assert.Equal([Reasons.NotAllowed], rig.Events.Reasons);
        Assert.Single(rig.Store.Written);
    }

    [Fact]
    public void Refused_after_it_had_worked_it_leaves_all_as_it_is_and_forgets_what_it_had_seen()
    {
        var rig = new EngineRig(Given.Ids(1, 2), Given.Ids(1, 1)) { Tenancy = TenancyRules.WithoutList };
        rig.Reconciler = rig.Process("free");
        rig.RunUntilReady();
        rig.Edit(spec => spec with { SourceIds = Given.Ids(1, 1), DeletionPolicy = DeletionPolicy.Detach });
        Restart(rig, List);
        rig.RunFor(TimeSpan.FromMinutes(20));
        Assert.Equal((2, Reasons.NotAllowed), (rig.Sources.Count(), rig.Ready.Reason));
        Assert.Null(rig.Status.Session);

        rig.Store.Delete(EngineRig.Key);
        rig.Reconcile();
        Assert.Null(rig.Store.Find(EngineRig.Key));
        Assert.Equal(2, rig.Sources.Count());
    }

    [Fact]
    public void Whoever_gets_the_session_waits_for_the_call_of_the_one_that_is_refused_now()
    {
        var rig = Beside(out var owner);
        var call = Given.Operation(OperationVerb.Remove, Given.Ids(2, 5));
        rig.Store.Remove(EngineRig.Key);
        rig.Store.Put(Given.Declared(Given.Ids(1, 1)) with { Status = new() { Operation = call, OperationSequence = 1 } });
        rig.Store.Put(owner with { Spec = owner.Spec with { SourceIds = Given.Ids(1, 21) } });
        Restart(rig, List);
        rig.Reconcile();
        Assert.Equal((Reasons.NotAllowed, call.ClientToken), (rig.Ready.Reason, rig.Status.Operation?.ClientToken));

        rig.Reconcile(owner.Key());
        var ready = Conditions.Find(rig.Store.Find(owner.Key())!.Status!.Conditions, ConditionTypes.Ready)!;
        Assert.Equal(Reasons.WaitingForOtherObject, ready.Reason);
        Assert.Empty(rig.Writes);

        rig.RunFor(TimeSpan.FromMinutes(1));
        Assert.Null(rig.Status.Operation);
        rig.Reconcile(owner.Key());
        Assert.Single(rig.Writes);
    }

    [Fact]
    public void An_object_that_waited_for_another_namespace_stays_out_after_the_owner_is_gone_and_after_a_restart()
    {
        var rig = Beside(out var owner);
        rig.RunUntil(() => rig.Has(ConditionTypes.OwnershipConflict));
        Assert.Empty(rig.Calls);

        rig.Store.Remove(owner.Key());
        rig.RunFor(TimeSpan.FromMinutes(20));
        Restart(rig, TenancyRules.WithoutList);
        rig.RunFor(TimeSpan.FromMinutes(20));
        Assert.Empty(rig.Calls);
        Assert.Equal(20, rig.Sources.Count());
        Assert.True(rig.Has(ConditionTypes.OwnershipConflict) && rig.Has(ConditionTypes.Stalled));

        rig.Store.Remove(EngineRig.Key);
        rig.Store.Put(Given.Declared(Given.Ids(1, 20)));
        rig.RunUntilReady();
    }

    [Fact]
    public void It_is_recorded_that_it_waited_even_while_the_cloud_does_not_answer()
    {
        var rig = Beside(out var owner);
        rig.Cloud.Faults.Add(new() { Kind = Emulator.Faults.FaultKind.DropBeforeEffect });
        rig.Reconcile();
        Assert.Equal(SessionClaim.Waiting, rig.Status.Claim);
    }

    [Fact]
    public void With_a_list_that_names_both_the_one_that_waited_takes_over()
    {
        var both = TenancyRules.Of(new[] { "ids", "owners" }.Select(
            space => KeyValuePair.Create(space, new NamespaceRights([Given.Region], [NamespaceRights.Any]))));
        var rig = Beside(out var owner);
        Restart(rig, both);
        rig.RunUntil(() => rig.Has(ConditionTypes.OwnershipConflict));
        rig.Store.Remove(owner.Key());
        rig.RunUntilReady();
        Assert.Equal(SessionClaim.Granted, rig.Status.Claim);
    }

    [Fact]
    public void The_record_of_the_owner_is_stored_with_its_first_intent_at_the_latest()
    {
        var rig = new EngineRig(Given.Ids(1, 2), []) { Tenancy = TenancyRules.WithoutList };
        rig.Reconciler = rig.Process("free");
        rig.RunUntilReady();
        Assert.All(rig.Store.Written.Where(status => status.Operation is not null), status =>
            Assert.Equal(SessionClaim.Granted, status.Claim));
    }

    private static EngineRig Beside(out TrafficMirrorSession owner)
    {
        var rig = new EngineRig(Given.Ids(1, 1), Given.Ids(1, 20)) { Tenancy = TenancyRules.WithoutList };
        owner = Given.Declared(Given.Ids(1, 20));
        owner = owner with
        {
            Metadata = owner.Metadata with { Namespace = "owners", CreationTimestamp = Given.Now.AddDays(-9), Uid = "uid-0" },
        };
        rig.Store.Put(owner);
        rig.Reconciler = rig.Process("restricted");
        return rig;
    }

    private static void Restart(EngineRig rig, TenancyRules tenancy)
    {
        rig.Tenancy = tenancy;
        rig.Reconciler = rig.Process("restarted");
    }
}
