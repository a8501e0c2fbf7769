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
        var rig = new EngineRig(Given.Ids(1, 3), Given.Ids(1, 3));
        rig.RunUntilReady();
        rig.Reconciler = rig.Process("successor");
        rig.Reconcile();
        Assert.Equal([Reasons.Synced], rig.Events.Reasons);
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
        Assert.Equal([Reasons.Synced, Reasons.ChangedBySomebodyElse, Reasons.MaxRemovalsExceeded], rig.Events.Reasons);
        Assert.All(rig.Events.Events.Skip(1), told => Assert.Equal(SessionEventType.Warning, told.Type));
        Assert.Equal((1, 1), (rig.Events.Drifts, rig.Events.Holds.Count));
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
