namespace VpcMirrorOperator.Emulator.Tests.Actions;

public class IdempotenceTests
{
    private const string AddAction = "AddSourcesToTrafficMirrorSession";

    [Fact]
    public void A_repeated_token_gets_the_first_answer_and_does_nothing_more()
    {
        var stage = new Stage();
        var first = Add(stage, "t1", "eni-9");
        var repeat = Add(stage, "t1", "eni-9");
        Assert.Equal(("OK", first.RequestId), (repeat.Code, repeat.RequestId));
        stage.Pass(60);
        stage.Remove("eni-9");
        stage.Pass(60);
        Assert.Equal("OK", Add(stage, "t1", "eni-9").Code);
        stage.Pass(60);
        Assert.DoesNotContain("eni-9", stage.ListedSources);
        var adds = stage.Emulator.Snapshot().Calls.Where(c => c.Action == AddAction).ToList();
        Assert.Equal([true, false, false], adds.Select(c => c.Executed));
        Assert.Equal([false, true, true], adds.Select(c => c.Replayed));
    }

    [Fact]
    public void A_replay_can_be_set_to_have_its_own_request_id()
    {
        var stage = new Stage("replayKeepsRequestId: false");
        Assert.NotEqual(Add(stage, "t1", "eni-9").RequestId, Add(stage, "t1", "eni-9").RequestId);
    }

    [Fact]
    public void A_token_with_other_parameters_is_a_mismatch()
    {
        var stage = new Stage();
        Add(stage, "t1", "eni-9");
        Assert.Equal("IdempotentParameterMismatch", Add(stage, "t1", "eni-8").Code);
        Assert.Equal("IdempotentParameterMismatch", stage.Write(AddAction, ["eni-9"], ("ClientToken", "t1"), ("DryRun", "true")).Code);
        Assert.Equal("OK", stage.Write(AddAction, ["eni-9"], ("ClientToken", "t1"), ("DryRun", "False")).Code);
    }

    [Fact]
    public void Tokens_are_case_sensitive_and_scoped_to_account_region_and_action()
    {
        var stage = new Stage();
        Add(stage, "t1", "eni-9");
        stage.Pass(3);
        Assert.Equal("ResourceAlreadyAssociated.TrafficMirrorSource", Add(stage, "T1", "eni-9").Code);
        Assert.Equal("OK", stage.Write("RemoveSourcesFromTrafficMirrorSession", ["eni-9"], ("ClientToken", "t1")).Code);
        var other = stage.CallAs(Caller.Sts, AddAction, ("RegionId", Stage.Region), ("TrafficMirrorSessionId", "tms-a"),
            ("TrafficMirrorSourceIds.1", "eni-9"), ("ClientToken", "t1"));
        Assert.Equal("OK", other.Code);
        Assert.False(stage.Emulator.Snapshot().Calls[^1].Replayed);
    }

    [Fact]
    public void A_refused_call_and_a_dry_run_do_not_use_up_the_token()
    {
        var stage = new Stage();
        stage.Emulator.SetServiceOpened("main", Stage.Region, false);
        Assert.Equal("OptInRequired.TrafficMirror", Add(stage, "t1", "eni-9").Code);
        stage.Emulator.SetServiceOpened("main", Stage.Region, true);
        Assert.Equal("DryRunOperation", stage.Write(AddAction, ["eni-9"], ("ClientToken", "t1"), ("DryRun", "true")).Code);
        Assert.Equal("OK", Add(stage, "t1", "eni-9").Code);
    }

    [Fact]
    public void A_token_is_processing_for_a_settable_while()
    {
        var stage = new Stage("tokenProcessing: 2s");
        Add(stage, "t1", "eni-9");
        Assert.Equal("LastTokenProcessing", Add(stage, "t1", "eni-9").Code);
        stage.Pass(2);
        Assert.Equal("OK", Add(stage, "t1", "eni-9").Code);
    }

    [Fact]
    public void A_token_is_forgotten_after_its_lifetime()
    {
        var stage = new Stage();
        Add(stage, "t1", "eni-9");
        stage.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal("OK", Add(stage, "t1", "eni-9").Code);
        stage.Pass(0.001);
        Assert.Equal("ResourceAlreadyAssociated.TrafficMirrorSource", Add(stage, "t1", "eni-9").Code);
    }

    [Fact]
    public void With_a_short_token_lifetime_a_late_repeat_executes_a_second_time()
    {
        var stage = new Stage("tokenLifetime: 5s");
        Add(stage, "t1", "eni-9");
        stage.Pass(3);
        stage.Remove("eni-9");
        stage.Pass(3);
        Assert.Equal("OK", Add(stage, "t1", "eni-9").Code);
        var adds = stage.Emulator.Snapshot().Calls.Where(call => call.Action == AddAction).ToList();
        Assert.Equal([true, true], adds.Select(call => call.Executed));
    }

    [Theory]
    [InlineData(64, 'a', "OK")]
    [InlineData(65, 'a', "IllegalParam.ClientToken")]
    [InlineData(1, 'é', "IllegalParam.ClientToken")]
    public void A_token_has_at_most_64_ASCII_characters(int length, char letter, string code) =>
        Assert.Equal(code, Add(new(), new string(letter, length), "eni-9").Code);

    [Theory]
    [InlineData("true", "DryRunOperation")]
    [InlineData("True", "DryRunOperation")]
    [InlineData("false", "OK")]
    [InlineData("yes", "IllegalParam.DryRun")]
    public void DryRun_is_read_in_any_case_and_answers_its_own_code(string text, string code)
    {
        var stage = new Stage();
        Assert.Equal(code, stage.Write(AddAction, ["eni-9"], ("DryRun", text)).Code);
        Assert.Equal(code == "OK", stage.State.Pending is not null);
    }

    [Fact]
    public void A_dry_run_reports_the_real_error() =>
        Assert.Equal("ResourceAlreadyAssociated.TrafficMirrorSource", new Stage().Write(AddAction, ["eni-1"], ("DryRun", "true")).Code);

    private static Answer Add(Stage stage, string token, params string[] ids) => stage.Write(AddAction, ids, ("ClientToken", token));
}
