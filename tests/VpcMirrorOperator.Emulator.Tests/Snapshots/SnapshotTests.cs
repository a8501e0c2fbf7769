namespace VpcMirrorOperator.Emulator.Tests.Snapshots;

public class SnapshotTests
{
    [Fact]
    public void The_call_log_tells_what_a_call_was_and_what_it_did()
    {
        var stage = new Stage();
        var answer = stage.Write("AddSourcesToTrafficMirrorSession", ["eni-8", "eni-9"], ("ClientToken", "t1"));
        var call = Assert.Single(stage.Emulator.Snapshot().Calls);
        Assert.Equal((1L, "main", Stage.Region, Stage.Session), (call.Sequence, call.Account, call.Region, call.SessionId));
        Assert.Equal("AddSourcesToTrafficMirrorSession", call.Action);
        Assert.Equal(["eni-8", "eni-9"], call.Ids);
        Assert.Equal(("t1", false, 200, "OK", answer.RequestId), (call.ClientToken, call.DryRun, call.Status, call.Code, call.RequestId));
        Assert.Equal((true, false, false, null), (call.Executed, call.Replayed, call.Foreign, call.Fault));
        Assert.Equal(stage.Time.GetUtcNow(), call.Time);
    }

    [Fact]
    public void The_call_log_keeps_the_newest_calls_and_can_be_read_on()
    {
        var stage = new Stage("callLogCapacity: 3");
        for (var i = 0; i < 5; i++) stage.List(("TrafficMirrorSessionIds.1", "tms-a"));
        Assert.Equal([3L, 4L, 5L], stage.Emulator.Snapshot().Calls.Select(c => c.Sequence));
        Assert.Equal([5L], stage.Emulator.Snapshot(callsAfter: 4).Calls.Select(c => c.Sequence));
        Assert.Equal(["tms-a"], stage.Emulator.Snapshot().Calls[0].Ids);
    }

    [Fact]
    public void A_refused_signature_is_logged_without_an_account()
    {
        var stage = new Stage();
        stage.CallAs(Caller.Main with { Secret = "x" }, "ListTrafficMirrorSessions", ("RegionId", Stage.Region));
        var call = Assert.Single(stage.Emulator.Snapshot().Calls);
        Assert.Equal(("", "ListTrafficMirrorSessions", "SignatureDoesNotMatch"), (call.Account, call.Action, call.Code));
    }

    [Fact]
    public void A_snapshot_shows_the_truth_and_what_List_shows()
    {
        var stage = new Stage("staleAfterWrite: 1s");
        stage.Remove("eni-1");
        var state = stage.State;
        Assert.Equal((SessionStatus.Modifying, SessionStatus.Created), (state.Status, state.ListedStatus));
        Assert.Equal(ChangeVerb.Remove, state.Pending!.Verb);
        Assert.Equal(stage.Time.GetUtcNow().AddSeconds(4), state.Pending.EndsAt);
        Assert.Equal(["eni-1", "eni-2"], state.Sources);
    }

    [Fact]
    public void An_exported_state_goes_on_where_it_stood()
    {
        var stage = new Stage("staleAfterWrite: 1s", extra: "deletedNetworkInterfaces: [eni-77]");
        stage.Emulator.Faults.Add(new()
        {
            Kind = FaultKind.Throttle, Action = "ListTrafficMirrorSessions", Session = "tms-b", Times = 3, RetryAfterMs = 5,
        });
        stage.Emulator.SetEnabled("main", Stage.Region, "tms-a", false);
        stage.Add("eni-9");
        stage.Pass(2);
        var text = stage.Emulator.Export(settle: false).ToYaml();
        var copy = new VpcEmulator(EmulatorSeed.Parse(text, "export"), stage.Time);
        Assert.Equal(text, copy.Export(settle: false).ToYaml());
        SnapshotSession Of() => copy.Snapshot().Find("main", Stage.Region, "tms-a")!;
        Assert.Equal(SessionStatus.Modifying, Of().ListedStatus);
        Assert.False(Of().Enabled);
        stage.Pass(2);
        Assert.Equal(SessionStatus.Created, Of().Status);
        Assert.Equal(["eni-1", "eni-2", "eni-9"], Of().Sources);
        Assert.Equal(stage.Emulator.Faults.Rules, copy.Faults.Rules);
    }

    [Fact]
    public void A_settled_export_has_finished_what_was_pending_and_leaves_the_emulator_alone()
    {
        var stage = new Stage();
        stage.Remove("eni-1");
        var session = stage.Emulator.Export(settle: true).Accounts[0].Regions[0].Sessions[0];
        Assert.Equal(["eni-2"], session.Sources);
        Assert.Null(session.Pending);
        Assert.NotNull(stage.State.Pending);
    }

    [Fact]
    public void A_reset_starts_from_the_first_seed_again()
    {
        var stage = new Stage();
        stage.Add("eni-9");
        stage.Emulator.Faults.Add(new() { Kind = FaultKind.Error });
        stage.Emulator.Reset();
        Assert.Empty(stage.Emulator.Snapshot().Calls);
        Assert.Empty(stage.Emulator.Faults.Rules);
        Assert.Equal(["eni-1", "eni-2"], stage.State.Sources);
        Assert.Null(stage.State.Pending);
    }

    [Fact]
    public void The_same_random_seed_gives_the_same_request_ids()
    {
        Assert.Equal(new Stage(randomSeed: 4).List().RequestId, new Stage(randomSeed: 4).List().RequestId);
        Assert.NotEqual(new Stage(randomSeed: 4).List().RequestId, new Stage(randomSeed: 5).List().RequestId);
    }
}
