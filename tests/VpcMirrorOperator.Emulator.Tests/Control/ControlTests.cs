using System.Text;
using System.Text.Json.Nodes;

namespace VpcMirrorOperator.Emulator.Tests.Control;

public class ControlTests
{
    private readonly Stage _stage = new();

    [Fact]
    public void State_shows_sessions_calls_and_faults_but_no_secret()
    {
        _stage.Write("AddSourcesToTrafficMirrorSession", ["eni-9"], ("ClientToken", "t1"));
        _stage.Emulator.Faults.Add(new() { Kind = FaultKind.DropAfterEffect });
        var (status, text) = Ask("GET", "state");
        Assert.Equal(200, status);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        Assert.DoesNotContain("sts-token", text, StringComparison.Ordinal);
        var state = JsonNode.Parse(text)!;
        var session = state["accounts"]![0]!["regions"]![0]!["sessions"]![0]!;
        Assert.Equal(("Modifying", "add"), (session["status"]!.GetValue<string>(), session["pending"]!["verb"]!.GetValue<string>()));
        Assert.Equal("AddSourcesToTrafficMirrorSession", state["calls"]![0]!["action"]!.GetValue<string>());
        Assert.True(state["calls"]![0]!["executed"]!.GetValue<bool>());
        Assert.Equal("dropAfterEffect", state["faults"]![0]!["kind"]!.GetValue<string>());
        Assert.Empty(JsonNode.Parse(Ask("GET", "state?callsAfter=1").Text)!["calls"]!.AsArray());
    }

    [Fact]
    public void Seed_is_the_state_as_YAML()
    {
        _stage.Add("eni-9");
        Assert.Equal(_stage.Emulator.Export(settle: false).ToYaml(), Ask("GET", "seed").Text);
        Assert.Equal(_stage.Emulator.Export(settle: true).ToYaml(), Ask("GET", "seed?settle=true").Text);
    }

    [Fact]
    public void Faults_can_be_added_seen_sent_back_and_cleared()
    {
        Assert.Equal(200, Ask("POST", "faults", """{"kind": "throttle", "times": 2, "retryAfterMs": 100}""").Status);
        var listed = JsonNode.Parse(Ask("GET", "faults").Text)!.AsArray();
        Assert.Equal(200, Ask("POST", "faults", listed[0]!.ToJsonString()).Status);
        Assert.Equal(2, _stage.Emulator.Faults.Rules.Count);
        Assert.Equal(200, Ask("DELETE", "faults").Status);
        Assert.Empty(_stage.Emulator.Faults.Rules);
    }

    [Fact]
    public void A_foreign_writer_can_do_everything()
    {
        string Order(string what) => Ask(
            "POST", "foreign", $$"""{"account": "main", "region": "cn-hongkong", "session": "tms-a", {{what}}}""").Text;
        Order("""  "do": "enable", "enabled": false""");
        Order("""  "do": "remove", "ids": ["eni-1"]""");
        Assert.Equal((false, ChangeVerb.Remove), (_stage.State.Enabled, _stage.State.Pending!.Verb));
        Assert.Contains("IncorrectStatus", Order("""  "do": "add", "ids": ["eni-9"]"""), StringComparison.Ordinal);
        _stage.Pass(3);
        Order("""  "do": "add", "ids": ["eni-9"]""");
        _stage.Pass(3);
        Assert.Equal(["eni-2", "eni-9"], _stage.State.Sources);
        Order("""  "do": "lock" """);
        Assert.Equal("IncorrectBusinessStatus.TrafficMirror", _stage.Add("eni-3").Code);
        Order("""  "do": "lock", "locked": false""");
        Order("""  "do": "hold", "status": "Modifying" """);
        Assert.Equal("IncorrectStatus.TrafficMirrorSession", _stage.Add("eni-3").Code);
        Order("""  "do": "hold", "status": "Created" """);
        Ask("POST", "foreign", "do: vanish\nids: [eni-3]");
        Assert.Equal("ResourceNotFound.NetworkInterface", _stage.Add("eni-3").Code);
        Ask("POST", "foreign", "{ do: open, account: main, region: cn-hongkong, opened: false }");
        Assert.Equal("OptInRequired.TrafficMirror", _stage.Add("eni-4").Code);
        Order("""  "do": "delete" """);
        Assert.Null(_stage.Emulator.Snapshot().Find("main", Stage.Region, "tms-a"));
    }

    [Fact]
    public void A_refused_foreign_write_is_a_conflict_with_the_service_s_code()
    {
        var (status, text) = Ask("POST", "foreign", "{ do: add, account: main, region: cn-hongkong, session: tms-a, ids: [eni-1] }");
        Assert.Equal((409, "ResourceAlreadyAssociated.TrafficMirrorSource"), (status, JsonNode.Parse(text)!["code"]!.GetValue<string>()));
    }

    [Fact]
    public void Somebody_else_can_create_a_session()
    {
        const string order =
            "{ do: create, account: main, region: cn-hongkong, session: { id: tms-new, sources: [eni-7], createdIn: 1s } }";
        Assert.Equal(200, Ask("POST", "foreign", order).Status);
        Assert.Equal(SessionStatus.Creating, _stage.Emulator.Snapshot().Find("main", Stage.Region, "tms-new")!.Status);
        var again = Ask("POST", "foreign", order);
        Assert.Equal((400, "session"), (again.Status, JsonNode.Parse(again.Text)!["field"]!.GetValue<string>()));
        var refused = Ask("POST", "foreign", "{ do: create, account: main, region: cn-shenzhen, session: { id: tms-new } }");
        Assert.Equal((409, "OptInRequired.TrafficMirror"), (refused.Status, JsonNode.Parse(refused.Text)!["code"]!.GetValue<string>()));
    }

    [Fact]
    public void A_credential_can_be_issued_and_never_shows_in_the_state()
    {
        const string order =
            "{ account: main, accessKeyId: STS.new, accessKeySecret: new-secret, securityToken: new-token, expiresIn: 1m }";
        Assert.Equal(200, Ask("POST", "credentials", order).Status);
        var caller = new Caller("STS.new", "new-secret", "new-token");
        Assert.Equal("OK", _stage.CallAs(caller, "ListTrafficMirrorSessions", ("RegionId", Stage.Region)).Code);
        _stage.Pass(60);
        Assert.Equal("InvalidSecurityToken.Expired", _stage.CallAs(caller, "ListTrafficMirrorSessions", ("RegionId", Stage.Region)).Code);
        Assert.DoesNotContain("new-", Ask("GET", "state").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_change_only_what_is_given()
    {
        Assert.Equal(200, Ask("POST", "settings", """{"maxSourcesPerAdd": 1}""").Status);
        Assert.Equal((1, TimeSpan.FromSeconds(3)), (_stage.Emulator.Settings.MaxSourcesPerAdd, _stage.Emulator.Settings.ModifyDuration));
    }

    [Fact]
    public void Reset_takes_the_first_seed_or_another()
    {
        _stage.Add("eni-9");
        Assert.Equal(200, Ask("POST", "reset").Status);
        Assert.Null(_stage.State.Pending);
        Assert.Equal(200, Ask("POST", "reset", "accounts: []").Status);
        Assert.Empty(_stage.Emulator.Snapshot().Accounts);
    }

    [Theory]
    [InlineData("POST", "faults", """{"kind": "explode"}""", "kind")]
    [InlineData("POST", "faults", """{"kind": "error", "time": 1}""", "time")]
    [InlineData("POST", "faults", "", "")]
    [InlineData("POST", "faults", "{", "")]
    [InlineData("POST", "foreign", """{"do": "add", "account": "main", "region": "cn-hongkong", "session": "tms-a"}""", "")]
    [InlineData("POST", "foreign", "{ do: add, account: main, region: cn-hongkong, session: tms-a, ids: [x] }", "ids[0]")]
    [InlineData("POST", "foreign", """{"do": "dance"}""", "do")]
    [InlineData("POST", "foreign", """{"do": "delete", "account": "main", "region": "cn-hongkong", "session": "tms-none"}""", "session")]
    [InlineData("POST", "foreign", """{"do": "create", "account": "main", "region": "cn-hongkong", "session": "tms-new"}""", "session")]
    [InlineData("POST", "foreign", "{ do: create, account: main, region: cn-hongkong, session: { id: new } }", "session.id")]
    [InlineData("POST", "credentials", """{"account": "main", "accessKeyId": "k"}""", "")]
    [InlineData("POST", "credentials", """{"account": "main", "accessKeyId": "STS.emulatorsts", "accessKeySecret": "s"}""", "accessKeyId")]
    [InlineData("POST", "credentials", """{"account": "none", "accessKeyId": "k", "accessKeySecret": "s"}""", "account")]
    [InlineData("POST", "settings", """{"tokenLifetime": "999ms"}""", "tokenLifetime")]
    [InlineData("POST", "settings", """{"modifyDuration": "soon"}""", "modifyDuration")]
    [InlineData("POST", "reset", "accounts: {}", "accounts")]
    [InlineData("GET", "state?callsAfter=x", "", "callsAfter")]
    [InlineData("GET", "seed?settle=perhaps", "", "settle")]
    public void Bad_input_is_a_400_that_names_the_field(string method, string path, string body, string field)
    {
        var before = _stage.Emulator.Export(settle: false).ToYaml();
        var (status, text) = Ask(method, path, body);
        Assert.Equal((400, field), (status, JsonNode.Parse(text)!["field"]!.GetValue<string>()));
        Assert.NotEmpty(JsonNode.Parse(text)!["error"]!.GetValue<string>());
        Assert.Equal(before, _stage.Emulator.Export(settle: false).ToYaml());
    }

    [Theory]
    [InlineData("GET", "nothing", 404)]
    [InlineData("PUT", "state", 405)]
    public void Unknown_paths_and_methods_are_told(string method, string path, int status) =>
        Assert.Equal(status, Ask(method, path).Status);

    private (int Status, string Text) Ask(string method, string path, string body = "")
    {
        var request = new EmulatorRequest(method, EmulatorControl.Prefix + path, [], Encoding.UTF8.GetBytes(body));
        var response = new EmulatorControl(_stage.Emulator).Handle(request);
        return (response.Status, Encoding.UTF8.GetString(response.Body.Span));
    }
}
