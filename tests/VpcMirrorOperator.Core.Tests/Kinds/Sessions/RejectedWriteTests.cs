using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.Emulator.Faults;
using VpcMirrorOperator.Emulator.Sessions;
using VpcMirrorOperator.Emulator.Settings;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions;

/// <summary>Writes that the cloud rejects.</summary>
public class RejectedWriteTests
{
    [Fact]
    public void One_bad_ENI_is_found_and_put_aside_and_all_others_are_mirrored()
    {
        var rig = new EngineRig(Given.Ids(1, 25), []);
        rig.Cloud.DeleteNetworkInterface(Given.Id(7));
        rig.RunUntil(() => rig.Ready.Reason == Reasons.SourcesRejected);
        Assert.Equal(Given.Ids(1, 25).Except([Given.Id(7)]), rig.Sources);
        Assert.Equal(
            (Given.Id(7), "ResourceNotFound.NetworkInterface"), (rig.Status.RejectedSources[0].Id, rig.Status.RejectedSources[0].Code));
        Assert.Equal((1, 1, 96), (rig.Status.Sources!.Rejected, rig.Status.Sources.ToAdd, rig.Status.Sources.Coverage));
        Assert.InRange(rig.Writes.Length, 4, 12);
    }

    [Fact]
    public void A_bad_ENI_in_a_region_of_single_adds_is_put_aside_too()
    {
        var rig = new EngineRig(Given.Ids(1, 8), [], EmulatorSettings.RaisedQuotas with { MaxSourcesPerAdd = 3 });
        rig.Cloud.DeleteNetworkInterface(Given.Id(1));
        rig.RunUntil(() => rig.Ready.Reason == Reasons.SourcesRejected);
        Assert.Equal(Given.Ids(2, 7), rig.Sources);
    }

    [Fact]
    public void A_put_aside_ENI_is_tried_again_slowly_and_mirrored_when_it_exists()
    {
        var rig = new EngineRig(Given.Ids(1, 2), []);
        rig.Cloud.Faults.Add(new FaultRule { Kind = FaultKind.VanishedInterface, NetworkInterface = Given.Id(1) });
        rig.RunUntil(() => rig.Ready.Reason == Reasons.SourcesRejected);
        var before = rig.Writes.Length;
        rig.RunFor(TimeSpan.FromHours(4));
        Assert.InRange(rig.Writes.Length - before, 4, 10);
        rig.Cloud.Faults.Clear();
        rig.RunUntilReady();
    }

    [Fact]
    public void A_quota_of_one_ENI_does_not_keep_the_others_out()
    {
        var rig = new EngineRig(Given.Ids(1, 5), []);
        rig.Cloud.Faults.Add(
            new FaultRule { Kind = FaultKind.Error, Status = 400, Code = "QuotaExceeded.Source", NetworkInterface = Given.Id(1) });
        rig.RunUntil(() => rig.Ready.Reason == Reasons.SourcesRejected);
        Assert.Equal(Given.Ids(2, 4), rig.Sources);
    }

    [Fact]
    public void Making_room_in_a_full_session_never_takes_all_of_its_sources_at_once()
    {
        var rig = new EngineRig(Given.Ids(11, 4), Given.Ids(1, 4), EmulatorSettings.RaisedQuotas with { MaxSourcesPerSession = 4 });
        rig.RunUntilReady();
        Assert.Equal(Given.Ids(11, 4), rig.Sources);
        Assert.All(
            rig.Writes.Where(call => call.Action.StartsWith("Remove", StringComparison.Ordinal)),
            call => Assert.InRange(call.Ids.Length, 1, 3));
    }

    [Fact]
    public void One_failed_read_is_not_reported_and_a_second_one_is()
    {
        var rig = new EngineRig(Given.Ids(1, 1), Given.Ids(1, 1));
        rig.RunUntilReady();
        var written = rig.Store.Written.Count;
        rig.Cloud.Faults.Add(new FaultRule { Kind = FaultKind.Error, Times = 1 });
        rig.RunFor(TimeSpan.FromMinutes(12));
        Assert.Equal(written, rig.Store.Written.Count);
        rig.Cloud.Faults.Add(new FaultRule { Kind = FaultKind.Error, Times = 2 });
        rig.RunUntil(() => rig.Ready.Status == ConditionStatus.Unknown);
        rig.RunUntilReady();
    }

    [Fact]
    public void A_bad_ENI_that_cannot_be_removed_does_not_block_the_others()
    {
        var rig = new EngineRig(Given.Ids(1, 1), Given.Ids(1, 12));
        rig.Cloud.DeleteNetworkInterface(Given.Id(5));
        rig.RunUntil(() => rig.Ready.Reason == Reasons.SourcesRejected);
        Assert.Equal([Given.Id(1), Given.Id(5)], rig.Sources);
    }

    [Theory]
    [InlineData(FaultKind.ServiceNotOpened, Reasons.ServiceNotOpened)]
    [InlineData(FaultKind.LockedAccount, Reasons.BusinessStatusAbnormal)]
    public void A_refusal_that_needs_a_user_stalls_is_tried_once_a_minute_and_does_not_flap(FaultKind fault, string reason)
    {
        var rig = new EngineRig(Given.Ids(1, 1), []);
        rig.Cloud.Faults.Add(new FaultRule { Kind = fault });
        rig.RunUntil(() => rig.Ready.Reason == reason);
        Assert.True(rig.Has(ConditionTypes.Stalled));
        rig.Store.Written.Clear();
        var before = rig.Writes.Length;
        rig.RunFor(TimeSpan.FromMinutes(10));
        Assert.InRange(rig.Writes.Length - before, 9, 11);
        Assert.InRange(rig.Store.Written.Count, 0, 11);
        Assert.All(rig.Store.Written, status => Assert.Equal(reason, Conditions.Find(status.Conditions, ConditionTypes.Ready)!.Reason));
        rig.Cloud.Faults.Clear();
        rig.RunUntilReady();
    }

    [Fact]
    public void A_locked_session_stalls_without_a_write()
    {
        var rig = new EngineRig(Given.Ids(1, 2), Given.Ids(1, 1));
        rig.Cloud.SetBusinessStatus(EngineRig.Account, Given.Region, Given.SessionId, BusinessStatus.FinancialLocked);
        rig.RunFor(TimeSpan.FromMinutes(20));
        Assert.Empty(rig.Writes);
        Assert.Equal((Reasons.FinancialLocked, 0), (rig.Ready.Reason, rig.Status.Sources!.Coverage));
        rig.Cloud.SetBusinessStatus(EngineRig.Account, Given.Region, Given.SessionId, BusinessStatus.Normal);
        rig.RunUntilReady();
    }

    [Theory]
    [InlineData(FaultKind.Conflict)]
    [InlineData(FaultKind.Busy)]
    [InlineData(FaultKind.Throttle)]
    [InlineData(FaultKind.Error)]
    public void A_passing_refusal_is_repeated_with_the_same_token(FaultKind fault)
    {
        var rig = new EngineRig(Given.Ids(1, 1), []);
        rig.Cloud.Faults.Add(new FaultRule { Kind = fault, Action = "AddSourcesToTrafficMirrorSession", Times = 2 });
        rig.RunUntilReady();
        Assert.Equal(3, rig.Writes.Length);
        Assert.Single(rig.Writes.Select(call => call.ClientToken).Distinct());
    }

    [Fact]
    public void A_failure_of_the_past_does_not_hide_what_is_done_now()
    {
        var rig = new EngineRig(Given.Ids(1, 1), []);
        rig.Cloud.Faults.Add(new FaultRule { Kind = FaultKind.ServiceNotOpened });
        rig.RunUntil(() => rig.Ready.Reason == Reasons.ServiceNotOpened);
        rig.Edit(spec => spec with { SourceIds = [] });
        rig.RunUntilReady();
        rig.Cloud.Faults.Clear();
        rig.Edit(spec => spec with { SourceIds = Given.Ids(1, 1) });
        rig.Store.Written.Clear();
        rig.Reconcile();
        Assert.Equal(ConditionStatus.False, Conditions.Find(rig.Store.Written[0].Conditions, ConditionTypes.Ready)!.Status);
    }
}
