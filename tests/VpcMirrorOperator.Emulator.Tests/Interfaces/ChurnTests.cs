using VpcMirrorOperator.Emulator.Interfaces;

namespace VpcMirrorOperator.Emulator.Tests.Interfaces;

public class ChurnTests
{
    private readonly EniStage _stage = new("[{ id: eni-a }, { id: eni-p, type: Primary, instanceId: i-1 }]");

    [Fact]
    public void An_interface_lives_from_creation_to_deletion()
    {
        Assert.Equal("OK", _stage.Churn(new() { Verb = InterfaceVerb.Create, Id = "eni-n", Created = new() { Id = "eni-n" } }));
        Assert.Equal(("Creating", "Available"), (_stage.StatusOf("eni-n"), After(2, "eni-n")));
        Assert.Equal("OK", _stage.Churn(new() { Verb = InterfaceVerb.Attach, Id = "eni-n", InstanceId = "i-1" }));
        Assert.Equal(("Attaching", "InUse"), (_stage.StatusOf("eni-n"), After(2, "eni-n")));
        Assert.Equal(["eni-n", "eni-p"], _stage.Ids(("InstanceId", "i-1")));
        Assert.Equal("OK", _stage.Churn(Do(InterfaceVerb.Detach, "eni-n")));
        Assert.Equal(("Detaching", "Available"), (_stage.StatusOf("eni-n"), After(2, "eni-n")));
        Assert.Equal("", _stage.One("eni-n")["InstanceId"]!.GetValue<string>());
        Assert.Equal("OK", _stage.Churn(Do(InterfaceVerb.Delete, "eni-n")));
        Assert.Equal(("Deleting", null), (_stage.StatusOf("eni-n"), After(2, "eni-n")));
    }

    [Theory]
    [InlineData(InterfaceVerb.Detach, "eni-a", "InvalidOperation.InvalidEniState")]
    [InlineData(InterfaceVerb.Detach, "eni-p", "InvalidOperation.InvalidEniState")]
    [InlineData(InterfaceVerb.Attach, "eni-p", "InvalidOperation.InvalidEniState")]
    [InlineData(InterfaceVerb.Delete, "eni-x", "InvalidEniId.NotFound")]
    public void What_the_state_forbids_is_refused_and_changes_nothing(InterfaceVerb verb, string id, string code)
    {
        var before = _stage.StatusOf(id);
        Assert.Equal(code, _stage.Churn(Do(verb, id)));
        Assert.Equal(before, _stage.StatusOf(id));
        var twice = new InterfaceChange { Verb = InterfaceVerb.Create, Id = "eni-a", Created = new() { Id = "eni-a" } };
        Assert.Equal("InvalidEniId.AlreadyExists", _stage.Churn(twice));
    }

    [Fact]
    public void A_primary_interface_goes_with_its_instance()
    {
        Assert.Equal("OK", _stage.Churn(Do(InterfaceVerb.Delete, "eni-p")));
        Assert.Null(After(2, "eni-p"));
        Assert.Equal("InvalidEcsId.NotFound", _stage.Describe(("InstanceId", "i-1")).Code);
    }

    [Fact]
    public void Scheduled_changes_happen_at_their_own_time_however_late_anyone_looks()
    {
        var stage = new EniStage("[{ id: eni-a }]", more:
            "interfaceChanges: [{ do: tag, after: 20s, id: eni-a, tags: { late: \"yes\" } },"
            + " { do: attach, after: 10s, id: eni-a, instanceId: i-7 }, { do: attach, after: 11s, id: eni-a, instanceId: i-8 }]");
        stage.Pass(9.9);
        Assert.Equal("Available", stage.StatusOf("eni-a"));
        stage.Pass(100);
        Assert.Equal("InUse", stage.StatusOf("eni-a"));
        Assert.Equal(["eni-a"], stage.Ids(("Tag.1.Key", "late")));
        var log = stage.Emulator.Snapshot().Calls
            .Where(call => call.Action.EndsWith("NetworkInterface", StringComparison.Ordinal)).ToList();
        var start = new DateTimeOffset(2026, 11, 22, 21, 0, 0, TimeSpan.Zero);
        Assert.Equal(
            ["AttachNetworkInterface OK 10", "AttachNetworkInterface InvalidOperation.InvalidEniState 11", "TagNetworkInterface OK 20"],
            log.Select(call => $"{call.Action} {call.Code} {(call.Time - start).TotalSeconds}"));
        Assert.All(log, call => Assert.True(call.Foreign));
    }

    [Fact]
    public void State_survives_export_in_the_middle_of_everything()
    {
        _stage.Churn(new() { Verb = InterfaceVerb.Attach, Id = "eni-a", InstanceId = "i-2" });
        _stage.Churn(Do(InterfaceVerb.Delete, "eni-p") with { After = TimeSpan.FromSeconds(5) });
        _stage.Pass(1);
        var seed = EmulatorSeed.Parse(_stage.Emulator.Export(settle: false).ToYaml(), "again");
        var again = new EniStage(seed);
        Assert.Equal(("Attaching", "InUse"), (again.StatusOf("eni-a"), After(again, 1, "eni-a")));
        Assert.Equal(("InUse", "Deleting"), (again.StatusOf("eni-p"), After(again, 3, "eni-p")));
        Assert.Null(After(again, 2, "eni-p"));
        Assert.Equal("InUse", _stage.Emulator.Export(settle: true).Accounts[0].Regions[0].NetworkInterfaces![0].Status.ToString());
    }

    [Fact]
    public void A_region_that_declares_none_refuses_churn_and_says_what_to_do()
    {
        var stage = new Stage();
        var error = Assert.Throws<EmulatorControlException>(
            () => stage.Emulator.ChangeNetworkInterface("main", Stage.Region, Do(InterfaceVerb.Delete, "eni-a")));
        Assert.Contains("networkInterfaces", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Whether_a_deleted_interface_leaves_its_sessions_is_a_setting(bool leaves)
    {
        var stage = new EniStage(
            "[{ id: eni-p, type: Primary, instanceId: i-1 }]", $"deletedInterfaceLeavesSessions: {(leaves ? "true" : "false")}",
            sources: "[eni-p]");
        stage.Churn(Do(InterfaceVerb.Delete, "eni-p"));
        stage.Pass(1.9);
        Assert.Equal(["eni-p"], stage.Sources);
        stage.Pass(0.1);
        Assert.Equal(leaves ? [] : ["eni-p"], stage.Sources);
        if (!leaves) Assert.Equal("ResourceNotFound.NetworkInterface", stage.Remove("eni-p").Code);
    }

    [Fact]
    public void A_random_jitter_repeats_with_its_seed()
    {
        static DateTimeOffset Settled(int seed)
        {
            var stage = new EniStage("[{ id: eni-a }]", "interfaceChangeJitter: 1h", randomSeed: seed);
            stage.Churn(new() { Verb = InterfaceVerb.Attach, Id = "eni-a", InstanceId = "i-1" });
            while (stage.StatusOf("eni-a") != "InUse") stage.Pass(10);
            return stage.Time.GetUtcNow();
        }

        Assert.Equal(Settled(4), Settled(4));
        Assert.NotEqual(Settled(4), Settled(5));
    }

    private static InterfaceChange Do(InterfaceVerb verb, string id) =>
        new() { Verb = verb, Id = id, InstanceId = verb == InterfaceVerb.Attach ? "i-9" : "" };

    private string? After(double seconds, string id) => After(_stage, seconds, id);

    private static string? After(EniStage stage, double seconds, string id)
    {
        stage.Pass(seconds);
        return stage.StatusOf(id);
    }
}
