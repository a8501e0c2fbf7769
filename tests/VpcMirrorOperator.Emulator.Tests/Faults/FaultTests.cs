namespace VpcMirrorOperator.Emulator.Tests.Faults;

public class FaultTests
{
    [Theory]
    [InlineData(FaultKind.Throttle, 400, "Throttling.User")]
    [InlineData(FaultKind.Error, 503, "ServiceUnavailable")]
    [InlineData(FaultKind.Conflict, 400, "OperationConflict")]
    [InlineData(FaultKind.Busy, 400, "SystemBusy")]
    [InlineData(FaultKind.LockedAccount, 400, "IncorrectBusinessStatus.TrafficMirror")]
    [InlineData(FaultKind.ServiceNotOpened, 400, "OptInRequired.TrafficMirror")]
    [InlineData(FaultKind.VanishedInterface, 400, "ResourceNotFound.NetworkInterface")]
    public void A_fault_before_the_effect_answers_and_changes_nothing(FaultKind kind, int status, string code)
    {
        var stage = new Stage();
        stage.Emulator.Faults.Add(new() { Kind = kind, Times = 1 });
        var answer = stage.Add("eni-9");
        Assert.Equal((status, code), (answer.Status, answer.Code));
        Assert.Null(stage.State.Pending);
        Assert.Equal((kind, false), (stage.Emulator.Snapshot().Calls[^1].Fault, stage.Emulator.Snapshot().Calls[^1].Executed));
        Assert.Equal("OK", stage.Add("eni-9").Code);
    }

    [Fact]
    public void An_error_after_the_effect_hides_a_change_that_the_token_reveals()
    {
        var stage = new Stage();
        stage.Emulator.Faults.Add(new() { Kind = FaultKind.ErrorAfterEffect, Times = 1 });
        (string, string) token = ("ClientToken", "t1");
        var answer = stage.Write("AddSourcesToTrafficMirrorSession", ["eni-9"], token);
        Assert.Equal((500, "InternalError"), (answer.Status, answer.Code));
        var call = stage.Emulator.Snapshot().Calls[^1];
        Assert.Equal((true, 500), (call.Executed, call.Status));
        Assert.Equal("OK", stage.Write("AddSourcesToTrafficMirrorSession", ["eni-9"], token).Code);
        Assert.True(stage.Emulator.Snapshot().Calls[^1].Replayed);
    }

    [Theory]
    [InlineData(FaultKind.DropBeforeEffect, false)]
    [InlineData(FaultKind.DropAfterEffect, true)]
    public void A_dropped_connection_leaves_open_whether_the_call_took_effect(FaultKind kind, bool executed)
    {
        var stage = new Stage();
        stage.Emulator.Faults.Add(new() { Kind = kind, Times = 1 });
        var answer = stage.Add("eni-9");
        Assert.True(answer.Raw.DropConnection);
        Assert.True(answer.Raw.Body.IsEmpty);
        Assert.Equal(executed, stage.State.Pending is not null);
        var call = stage.Emulator.Snapshot().Calls[^1];
        Assert.Equal((executed, 0, "ConnectionDropped"), (call.Executed, call.Status, call.Code));
    }

    [Fact]
    public void An_after_effect_fault_waits_for_a_call_that_succeeds()
    {
        var stage = new Stage();
        stage.Emulator.Faults.Add(new() { Kind = FaultKind.DropAfterEffect, Action = "AddSourcesToTrafficMirrorSession", Times = 1 });
        Assert.Equal("ResourceAlreadyAssociated.TrafficMirrorSource", stage.Add("eni-1").Code);
        Assert.Equal("OK", stage.List().Code);
        Assert.True(stage.Add("eni-9").Raw.DropConnection);
    }

    [Fact]
    public void A_lost_answer_to_a_replay_is_still_logged_as_a_replay()
    {
        var stage = new Stage();
        (string, string) token = ("ClientToken", "t1");
        stage.Write("AddSourcesToTrafficMirrorSession", ["eni-9"], token);
        stage.Emulator.Faults.Add(new() { Kind = FaultKind.DropAfterEffect, Times = 1 });
        Assert.True(stage.Write("AddSourcesToTrafficMirrorSession", ["eni-9"], token).Raw.DropConnection);
        var call = stage.Emulator.Snapshot().Calls[^1];
        Assert.Equal((false, true), (call.Executed, call.Replayed));
    }

    [Fact]
    public void Throttling_has_the_retry_after_header_only_when_the_rule_has()
    {
        var stage = new Stage();
        stage.Emulator.Faults.Add(new() { Kind = FaultKind.Throttle, Times = 1, RetryAfterMs = 1500 });
        stage.Emulator.Faults.Add(new() { Kind = FaultKind.Throttle, Times = 1, Status = 429, Code = "Throttling.Api" });
        Assert.Equal("1500", stage.List().Header("x-acs-retry-after"));
        var second = stage.List();
        Assert.Null(second.Header("x-acs-retry-after"));
        Assert.Equal((429, "Throttling.Api"), (second.Status, second.Code));
    }

    [Fact]
    public void Every_condition_of_a_rule_must_hold()
    {
        var stage = new Stage();
        FaultRule[] others = [
            new() { Kind = FaultKind.Busy, Action = "RemoveSourcesFromTrafficMirrorSession" },
            new() { Kind = FaultKind.Busy, Account = "sts" },
            new() { Kind = FaultKind.Busy, Region = "cn-shenzhen" },
            new() { Kind = FaultKind.Busy, Session = "tms-b" },
            new() { Kind = FaultKind.Busy, NetworkInterface = "eni-8" },
        ];
        foreach (var rule in others) stage.Emulator.Faults.Add(rule);
        Assert.Equal("OK", stage.Add("eni-9").Code);
        stage.Emulator.Faults.Add(new() { Kind = FaultKind.Busy, Account = "main", Region = Stage.Region, Session = Stage.Session });
        Assert.Equal("SystemBusy", stage.Add("eni-9").Code);
        Assert.Equal("SystemBusy", stage.List(("TrafficMirrorSessionIds.1", Stage.Session)).Code);
        Assert.Equal("OK", stage.List().Code);
    }

    [Fact]
    public void Faults_about_writes_leave_reads_alone_unless_an_action_is_named()
    {
        var stage = new Stage();
        stage.Emulator.Faults.Add(new() { Kind = FaultKind.LockedAccount });
        Assert.Equal("OK", stage.List().Code);
        stage.Emulator.Faults.Add(new() { Kind = FaultKind.LockedAccount, Action = "ListTrafficMirrorSessions" });
        Assert.Equal("IncorrectBusinessStatus.TrafficMirror", stage.List().Code);
    }

    [Fact]
    public void A_vanished_interface_can_be_one_of_a_batch()
    {
        var stage = new Stage();
        stage.Emulator.Faults.Add(new() { Kind = FaultKind.VanishedInterface, NetworkInterface = "eni-8" });
        Assert.Equal("ResourceNotFound.NetworkInterface", stage.Add("eni-7", "eni-8").Code);
        Assert.Equal("OK", stage.Add("eni-7").Code);
    }

    [Fact]
    public void Rules_count_down_in_order_and_can_be_cleared()
    {
        var stage = new Stage();
        stage.Emulator.Faults.Add(new() { Kind = FaultKind.Throttle, Times = 2 });
        stage.Emulator.Faults.Add(new() { Kind = FaultKind.Error });
        string[] codes = ["Throttling.User", "Throttling.User", "ServiceUnavailable", "ServiceUnavailable"];
        Assert.Equal(codes, Enumerable.Range(0, 4).Select(_ => stage.List().Code));
        Assert.Equal([FaultKind.Error], stage.Emulator.Faults.Rules.Select(r => r.Kind));
        stage.Emulator.Faults.Clear();
        Assert.Equal("OK", stage.List().Code);
        Assert.Throws<ArgumentOutOfRangeException>(() => stage.Emulator.Faults.Add(new() { Kind = FaultKind.Error, Times = 0 }));
    }

    [Fact]
    public void Faults_do_not_apply_to_requests_with_a_wrong_signature()
    {
        var stage = new Stage();
        stage.Emulator.Faults.Add(new() { Kind = FaultKind.Error, Times = 1 });
        Assert.Equal("SignatureDoesNotMatch", stage.CallAs(Caller.Main with { Secret = "x" }, "ListTrafficMirrorSessions").Code);
        Assert.Equal("ServiceUnavailable", stage.List().Code);
    }
}
