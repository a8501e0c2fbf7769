using System.Text.Json.Nodes;

namespace VpcMirrorOperator.Emulator.Tests.Actions;

/// <summary>Sessions come, change and go by the calls of the API.</summary>
public class SessionLifecycleTests
{
    private readonly Stage _stage = new();
    private readonly string _filter;

    public SessionLifecycleTests() => _filter = _stage.NewFilter();

    [Fact]
    public void A_new_session_is_Creating_then_Created_and_has_the_documented_defaults()
    {
        var answer = _stage.CreateSession(_filter, 100, ["eni-7"]);
        Assert.Equal("rg-emulateddefault", answer.Body.Text("ResourceGroupId"));
        var session = _stage.Listed(answer.Body.Text("TrafficMirrorSessionId"));
        Assert.Equal("Creating", session.Text("TrafficMirrorSessionStatus"));
        Assert.False(session["Enabled"]!.GetValue<bool>());
        Assert.Equal(1500, session["PacketLength"]!.GetValue<int>());
        Assert.InRange(session["VirtualNetworkId"]!.GetValue<int>(), 0, 16777215);
        Assert.Equal("eni-7", session["TrafficMirrorSourceIds"]!.AsArray().Single()!.GetValue<string>());
        _stage.Pass(3);
        Assert.Equal("Created", _stage.Listed(session.Text("TrafficMirrorSessionId")).Text("TrafficMirrorSessionStatus"));
    }

    [Fact]
    public void An_update_takes_effect_when_Modifying_ends()
    {
        var id = _stage.NewSession(_filter, 100, ["eni-7"]);
        (string Name, string Value)[] changes = [
            ("TrafficMirrorSessionName", "new"), ("TrafficMirrorTargetId", "lb-1"), ("TrafficMirrorTargetType", "SLB"), ("Priority", "101"),
            ("VirtualNetworkId", "0"), ("PacketLength", "8500"), ("Enabled", "True")];
        Assert.Equal("OK", _stage.In("UpdateTrafficMirrorSessionAttribute", [("TrafficMirrorSessionId", id), .. changes]).Code);
        Assert.Equal(("Modifying", ""), Look(id));
        _stage.Pass(3);
        Assert.Equal(("Created", "new"), Look(id));
        var session = _stage.Listed(id);
        Assert.Equal(("lb-1", "SLB"), (session.Text("TrafficMirrorTargetId"), session.Text("TrafficMirrorTargetType")));
        Assert.Equal((101, 0, 8500), (Number(session, "Priority"), Number(session, "VirtualNetworkId"), Number(session, "PacketLength")));
        Assert.True(session["Enabled"]!.GetValue<bool>());
    }

    [Fact]
    public void A_deleted_session_is_Deleting_then_gone()
    {
        var id = _stage.NewSession(_filter, 100, ["eni-7"]);
        Assert.Equal("OK", Delete(id).Code);
        Assert.Equal("Deleting", Look(id).Status);
        Assert.Equal("IncorrectStatus.TrafficMirrorSession", Delete(id).Code);
        _stage.Pass(3);
        Assert.Equal("ResourceNotFound.TrafficMirrorSession", Delete(id).Code);
        Assert.Empty(_stage.List(("TrafficMirrorSessionIds.1", id)).Body["TrafficMirrorSessions"]!.AsArray());
    }

    [Theory]
    [InlineData(false, "IncorrectStatus.TrafficMirrorSession")]
    [InlineData(true, "OperationConflict")]
    public void Nothing_else_is_written_to_a_session_that_changes(bool conflict, string code)
    {
        _stage.Emulator.Settings = _stage.Emulator.Settings with { BusyAsOperationConflict = conflict };
        var id = _stage.NewSession(_filter, 100, ["eni-7"]);
        var other = _stage.NewSession(_filter, 101, ["eni-7"]);
        Assert.Equal("OK", _stage.In("UpdateTrafficMirrorSessionAttribute", ("TrafficMirrorSessionId", id), ("Enabled", "true")).Code);
        Assert.Equal(code, _stage.In("UpdateTrafficMirrorSessionAttribute", ("TrafficMirrorSessionId", id), ("Enabled", "true")).Code);
        Assert.Equal(code, Delete(id).Code);
        Assert.Equal(code, _stage.In(
            "AddSourcesToTrafficMirrorSession", ("TrafficMirrorSessionId", id), ("TrafficMirrorSourceIds.1", "eni-8")).Code);
        Assert.Equal("OK", Delete(other).Code);
    }

    [Fact]
    public void A_repeated_create_with_the_same_token_gives_the_same_session()
    {
        var first = _stage.CreateSession(_filter, 100, ["eni-7"], ("ClientToken", "t"));
        var again = _stage.CreateSession(_filter, 100, ["eni-7"], ("ClientToken", "t"));
        Assert.Equal(first.Body.ToJsonString(), again.Body.ToJsonString());
        Assert.Equal("IdempotentParameterMismatch", _stage.CreateSession(_filter, 101, ["eni-7"], ("ClientToken", "t")).Code);
        Assert.Single(_stage.List(("Priority", "100")).Body["TrafficMirrorSessions"]!.AsArray());
    }

    [Fact]
    public void A_dry_run_creates_nothing()
    {
        Assert.Equal("DryRunOperation", _stage.CreateSession(_filter, 100, ["eni-7"], ("DryRun", "true")).Code);
        Assert.Empty(_stage.List(("Priority", "100")).Body["TrafficMirrorSessions"]!.AsArray());
    }

    [Theory]
    [InlineData("TrafficMirrorFilterId", "", "MissingParameter")]
    [InlineData("TrafficMirrorTargetId", "", "MissingParameter")]
    [InlineData("TrafficMirrorTargetType", "", "MissingParameter")]
    [InlineData("Priority", "", "MissingParameter")]
    [InlineData("TrafficMirrorSourceIds.1", "", "MissingParameter")]
    [InlineData("Priority", "0", "IllegalParam.Priority")]
    [InlineData("Priority", "32767", "IllegalParam.Priority")]
    [InlineData("VirtualNetworkId", "16777216", "IllegalParam.VirtualNetworkId")]
    [InlineData("PacketLength", "63", "IllegalParam.PacketLength")]
    [InlineData("Enabled", "yes", "IllegalParam.Enabled")]
    [InlineData("TrafficMirrorTargetType", "VPC", "IllegalParam.TrafficMirrorTargetType")]
    [InlineData("TrafficMirrorTargetType", "SLB", "IllegalParam.TrafficMirrorTargetId")]
    [InlineData("TrafficMirrorSessionName", "http://x", "IllegalParam.TrafficMirrorSessionName")]
    [InlineData("TrafficMirrorFilterId", "tmf-none", "ResourceNotFound.TrafficMirrorFilter")]
    [InlineData("TrafficMirrorSourceIds.1", "i-1", "ResourceNotFound.NetworkInterface")]
    [InlineData("TrafficMirrorSourceIds.2", "eni-7", "DuplicatedParam.SourceInstanceIds")]
    [InlineData("Tag.1.Value", "x", "MissingParameter")]
    [InlineData("Tag.1.Key", "acs:x", "IllegalParam.Tag.1.Key")]
    [InlineData("DryRun", "perhaps", "IllegalParam.DryRun")]
    public void A_wrong_create_is_refused(string name, string value, string code) =>
        Assert.Equal(code, _stage.CreateSession(_filter, 100, ["eni-7"], (name, value)).Code);

    [Fact]
    public void A_target_changes_together_with_its_type() => Assert.Equal("MissingParameter", _stage.In(
        "UpdateTrafficMirrorSessionAttribute", ("TrafficMirrorSessionId", "tms-a"), ("TrafficMirrorTargetId", "eni-9")).Code);

    [Fact]
    public void An_export_in_the_middle_of_an_update_and_a_deletion_goes_on()
    {
        Assert.Equal("OK", Delete("tms-b").Code);
        var update = _stage.In("UpdateTrafficMirrorSessionAttribute", ("TrafficMirrorSessionId", "tms-a"), ("Enabled", "false"));
        Assert.Equal("OK", update.Code);
        var again = new VpcEmulator(EmulatorSeed.Parse(_stage.Emulator.Export(settle: false).ToYaml(), "again"), _stage.Time);
        var settled = WithoutBill(_stage.Emulator.Export(settle: true));
        _stage.Pass(3);
        Assert.Equal(_stage.Emulator.Export(settle: false).ToYaml(), again.Export(settle: false).ToYaml());
        Assert.Equal(settled, WithoutBill(again.Export(settle: false)));
        Assert.DoesNotContain("tms-b", settled, StringComparison.Ordinal);
    }

    /// <summary>A settled export looks ahead; the bill does not.</summary>
    private static string WithoutBill(EmulatorSeed seed) => (seed with
    {
        Accounts = [.. seed.Accounts.Select(account => account with
        {
            Regions = [.. account.Regions.Select(region => region with { Billed = [] })],
        })],
    }).ToYaml();

    private Answer Delete(string id) => _stage.In("DeleteTrafficMirrorSession", ("TrafficMirrorSessionId", id));

    private (string Status, string Name) Look(string id) =>
        (_stage.Listed(id).Text("TrafficMirrorSessionStatus"), _stage.Listed(id).Text("TrafficMirrorSessionName"));

    private static int Number(JsonNode session, string name) => session[name]!.GetValue<int>();
}
