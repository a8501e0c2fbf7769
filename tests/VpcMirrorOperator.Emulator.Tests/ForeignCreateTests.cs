namespace VpcMirrorOperator.Emulator.Tests;

public class ForeignCreateTests
{
    private readonly Stage _stage = new(settings: "maxSourcesPerSession: 3");

    [Fact]
    public void A_session_that_somebody_creates_is_Creating_and_then_Created()
    {
        Assert.Equal("OK", Create(new() { Id = "tms-new", Name = "theirs", Sources = ["eni-7"] }));
        Assert.Equal("Creating", Listed("TrafficMirrorSessionStatus"));
        Assert.Equal("IncorrectStatus.TrafficMirrorSession", AddTo("tms-new"));
        _stage.Pass(2.999);
        Assert.Equal("IncorrectStatus.TrafficMirrorSession", AddTo("tms-new"));
        _stage.Pass(0.001);
        Assert.Equal(("Created", "theirs"), (Listed("TrafficMirrorSessionStatus"), Listed("TrafficMirrorSessionName")));
        Assert.Equal("OK", AddTo("tms-new"));
        Assert.Equal("Modifying", Listed("TrafficMirrorSessionStatus"));
    }

    [Fact]
    public void The_time_of_creation_can_be_given()
    {
        Create(new() { Id = "tms-new", CreatedIn = TimeSpan.FromMinutes(5) });
        _stage.Pass(299);
        Assert.Equal("Creating", Listed("TrafficMirrorSessionStatus"));
        _stage.Pass(1);
        Assert.Equal("Created", Listed("TrafficMirrorSessionStatus"));
    }

    [Fact]
    public void The_call_log_has_it_as_a_foreign_call()
    {
        Create(new() { Id = "tms-new", Sources = ["eni-7", "eni-8"] });
        var call = _stage.Emulator.Snapshot().Calls[^1];
        Assert.Equal(("CreateTrafficMirrorSession", "tms-new", "OK"), (call.Action, call.SessionId, call.Code));
        Assert.Equal((true, true), (call.Foreign, call.Executed));
        Assert.Equal(["eni-7", "eni-8"], call.Ids);
    }

    [Fact]
    public void What_the_service_refuses_is_not_created()
    {
        _stage.Emulator.DeleteNetworkInterface("eni-9");
        Assert.Equal("ResourceNotFound.NetworkInterface", Create(new() { Id = "tms-new", Sources = ["eni-9"] }));
        Assert.Equal("QuotaExceeded.TrafficMirrorSource", Create(new() { Id = "tms-new", Sources = [.. Stage.Ids(4)] }));
        _stage.Emulator.SetServiceOpened("main", Stage.Region, false);
        Assert.Equal("OptInRequired.TrafficMirror", Create(new() { Id = "tms-new" }));
        Assert.Null(_stage.Emulator.Snapshot().Find("main", Stage.Region, "tms-new"));
        Assert.All(_stage.Emulator.Snapshot().Calls, call => Assert.False(call.Executed));
    }

    [Fact]
    public void A_session_that_exists_is_left_alone()
    {
        var error = Assert.Throws<EmulatorControlException>(() => Create(new() { Id = Stage.Session }));
        Assert.Equal("session", error.Field);
        Assert.Equal(["eni-1", "eni-2"], _stage.ListedSources);
    }

    [Fact]
    public void A_session_that_is_being_created_survives_export()
    {
        Create(new() { Id = "tms-new" });
        _stage.Pass(1);
        var copy = new VpcEmulator(EmulatorSeed.Parse(_stage.Emulator.Export(settle: false).ToYaml(), "export"), _stage.Time);
        Assert.Equal(SessionStatus.Creating, copy.Snapshot().Find("main", Stage.Region, "tms-new")!.ListedStatus);
        _stage.Pass(2);
        Assert.Equal(SessionStatus.Created, copy.Snapshot().Find("main", Stage.Region, "tms-new")!.Status);
        var settled = new VpcEmulator(_stage.Emulator.Export(settle: true), _stage.Time);
        Assert.Equal(SessionStatus.Created, settled.Snapshot().Find("main", Stage.Region, "tms-new")!.Status);
    }

    [Fact]
    public void A_new_session_goes_to_its_place_on_the_pages()
    {
        var first = _stage.List(("MaxResults", "1")).Body;
        Create(new() { Id = "tms-aa" });
        var second = _stage.List(("MaxResults", "1"), ("NextToken", first["NextToken"]!.GetValue<string>())).Body;
        Assert.Equal("tms-aa", second["TrafficMirrorSessions"]![0]!["TrafficMirrorSessionId"]!.GetValue<string>());
    }

    private string Create(SessionSeed session) => _stage.Emulator.ForeignCreate("main", Stage.Region, session);

    private string Listed(string field) => _stage.Listed("tms-new")[field]!.GetValue<string>();

    private string AddTo(string session) => _stage.Call(
        "AddSourcesToTrafficMirrorSession",
        ("RegionId", Stage.Region), ("TrafficMirrorSessionId", session), ("TrafficMirrorSourceIds.1", "eni-9")).Code;
}
