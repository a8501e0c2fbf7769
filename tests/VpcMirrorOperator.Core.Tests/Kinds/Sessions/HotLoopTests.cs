using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.Emulator.Faults;
using VpcMirrorOperator.Emulator.Sessions;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions;

/// <summary>In no lasting trouble does the reconciler call the cloud or write status in a tight loop.</summary>
public class HotLoopTests
{
    public static TheoryData<FaultRule> Troubles =>
    [
        new FaultRule { Kind = FaultKind.Throttle },
        new FaultRule { Kind = FaultKind.Throttle, RetryAfterMs = 1 },
        new FaultRule { Kind = FaultKind.Throttle, RetryAfterMs = 1, Action = "AddSourcesToTrafficMirrorSession" },
        new FaultRule { Kind = FaultKind.Error },
        new FaultRule { Kind = FaultKind.Error, Action = "AddSourcesToTrafficMirrorSession" },
        new FaultRule { Kind = FaultKind.Error, Action = "AddSourcesToTrafficMirrorSession", Status = 400,
            Code = "InvalidParameter.Whatever" },
        new FaultRule { Kind = FaultKind.Error, Action = "AddSourcesToTrafficMirrorSession", Status = 400,
            Code = "QuotaExceeded.Whatever" },
        new FaultRule { Kind = FaultKind.Error, Action = "AddSourcesToTrafficMirrorSession", Status = 400,
            Code = "IdempotentParameterMismatch" },
        new FaultRule { Kind = FaultKind.Error, Action = "AddSourcesToTrafficMirrorSession", Status = 400,
            Code = "ResourceAlreadyAssociated.X" },
        new FaultRule { Kind = FaultKind.Error, Action = "AddSourcesToTrafficMirrorSession", Status = 400, Code = "IncorrectStatus.X" },
        new FaultRule { Kind = FaultKind.Error, Action = "AddSourcesToTrafficMirrorSession", Status = 400, Code = "LastTokenProcessing" },
        new FaultRule { Kind = FaultKind.Error, Action = "AddSourcesToTrafficMirrorSession", Status = 403, Code = "Forbidden.RAM" },
        new FaultRule { Kind = FaultKind.Error, Action = "AddSourcesToTrafficMirrorSession", Status = 404, Code = "NeverHeardOf" },
        new FaultRule { Kind = FaultKind.DropAfterEffect },
        new FaultRule { Kind = FaultKind.DropBeforeEffect },
        new FaultRule { Kind = FaultKind.VanishedInterface },
    ];

    [Theory]
    [MemberData(nameof(Troubles), DisableDiscoveryEnumeration = true)]
    public void Calls_and_status_writes_stay_below_one_per_second(FaultRule trouble)
    {
        ArgumentNullException.ThrowIfNull(trouble);
        var rig = new EngineRig(Given.Ids(1, 12), []);
        rig.Cloud.Faults.Add(trouble);
        rig.RunFor(TimeSpan.FromMinutes(2));
        var (calls, statuses) = (rig.Calls.Count(), rig.Store.Written.Count);
        rig.RunFor(TimeSpan.FromMinutes(10));
        Assert.InRange(calls, 2, 120);
        Assert.InRange(statuses, 1, 120);
        Assert.InRange(rig.Calls.Count() - calls, 1, trouble.RetryAfterMs is null ? 300 : 600);
        Assert.InRange(rig.Store.Written.Count - statuses, 0, 200);
    }

    [Fact]
    public void A_session_that_is_modifying_for_ever_is_observed_slowly_and_reported_once()
    {
        var rig = new EngineRig(Given.Ids(1, 2), []);
        rig.Cloud.SetStatus(EngineRig.Account, Given.Region, Given.SessionId, SessionStatus.Modifying);
        rig.RunFor(TimeSpan.FromMinutes(30));
        Assert.InRange(rig.Calls.Count(), 30, 80);
        Assert.InRange(rig.Store.Written.Count, 2, 3);
        Assert.Equal("ModifyingTimeout", rig.Ready.Reason);
    }

    [Fact]
    public void A_session_that_does_not_exist_is_observed_at_the_drift_check_interval()
    {
        var rig = new EngineRig(Given.Ids(1, 2), []);
        rig.Cloud.DeleteSession(EngineRig.Account, Given.Region, Given.SessionId);
        rig.RunFor(TimeSpan.FromHours(1));
        Assert.InRange(rig.Calls.Count(), 10, 14);
        Assert.Single(rig.Store.Written);
        Assert.Equal(0, rig.Status.Sources!.Coverage);
    }
}
