namespace VpcMirrorOperator.Emulator.Tests.Actions;

public class WriteErrorTests
{
    [Fact]
    public void A_session_whose_account_is_locked_refuses_writes()
    {
        var stage = new Stage();
        stage.Emulator.SetBusinessStatus("main", Stage.Region, Stage.Session, BusinessStatus.FinancialLocked);
        BothRefuse(stage, "IncorrectBusinessStatus.TrafficMirror", "eni-1", "eni-9");
    }

    [Fact]
    public void A_region_without_the_service_refuses_writes()
    {
        var stage = new Stage();
        stage.Emulator.SetServiceOpened("main", Stage.Region, false);
        BothRefuse(stage, "OptInRequired.TrafficMirror", "eni-1", "eni-9");
    }

    [Fact]
    public void An_unknown_session_refuses_writes()
    {
        var stage = new Stage();
        stage.Emulator.DeleteSession("main", Stage.Region, Stage.Session);
        BothRefuse(stage, "ResourceNotFound.TrafficMirrorSession", "eni-1", "eni-9");
    }

    [Fact]
    public void A_deleted_interface_refuses_writes()
    {
        var stage = new Stage();
        stage.Emulator.DeleteNetworkInterface("eni-1");
        stage.Emulator.DeleteNetworkInterface("eni-9");
        BothRefuse(stage, "ResourceNotFound.NetworkInterface", "eni-1", "eni-9");
        Assert.Equal(["eni-1", "eni-2"], stage.ListedSources);
    }

    [Fact]
    public void An_interface_whose_instance_is_gone_refuses_writes() =>
        BothRefuse(new(extra: "networkInterfacesWithoutInstance: [eni-1, eni-9]"), "ResourceNotFound.EcsInstance", "eni-1", "eni-9");

    [Fact]
    public void The_same_id_twice_is_refused()
    {
        var stage = new Stage();
        Assert.Equal("DuplicatedParam.SourceInstanceIds", stage.Add("eni-8", "eni-9", "eni-8").Code);
        Assert.Equal("DuplicatedParam.SourceInstanceIds", stage.Remove("eni-1", "eni-1").Code);
    }

    [Fact]
    public void Removing_what_is_no_source_and_adding_what_is_one_are_refused()
    {
        var stage = new Stage();
        Assert.Equal("ResourceNotAssociated.TrafficMirrorSource", stage.Remove("eni-1", "eni-9").Code);
        Assert.Equal("ResourceAlreadyAssociated.TrafficMirrorSource", stage.Add("eni-9", "eni-1").Code);
        Assert.Null(stage.State.Pending);
    }

    [Fact]
    public void Ten_ids_go_into_a_call_and_eleven_do_not()
    {
        var stage = new Stage("maxSourcesPerSession: 12", sources: $"[{string.Join(", ", Stage.Ids(12))}]");
        Assert.Equal("IllegalParam.TrafficMirrorSourceIds", stage.Remove(Stage.Ids(11)).Code);
        Assert.Equal("OK", stage.Remove(Stage.Ids(10)).Code);
        stage.Pass(3);
        Assert.Equal("IllegalParam.TrafficMirrorSourceIds", stage.Add(Stage.Ids(11, 500)).Code);
        Assert.Equal("OK", stage.Add(Stage.Ids(10, 500)).Code);
    }

    [Fact]
    public void The_add_limit_and_its_code_can_be_set()
    {
        var stage = new Stage("maxSourcesPerAdd: 1, addLimitCode: QuotaExceeded.TrafficMirrorSource");
        Assert.Equal("QuotaExceeded.TrafficMirrorSource", stage.Add("eni-8", "eni-9").Code);
        Assert.Equal("OK", stage.Add("eni-8").Code);
    }

    [Fact]
    public void A_session_takes_no_more_sources_than_its_capacity()
    {
        var stage = new Stage("maxSourcesPerSession: 3");
        Assert.Equal("QuotaExceeded.TrafficMirrorSource", stage.Add("eni-8", "eni-9").Code);
        Assert.Equal("OK", stage.Add("eni-8").Code);
    }

    [Theory]
    [InlineData("RegionId")]
    [InlineData("TrafficMirrorSessionId")]
    [InlineData("TrafficMirrorSourceIds.1")]
    public void A_missing_parameter_is_named(string missing)
    {
        var stage = new Stage();
        (string, string)[] all = [("RegionId", Stage.Region), ("TrafficMirrorSessionId", "tms-a"), ("TrafficMirrorSourceIds.1", "eni-9")];
        var answer = stage.Call("AddSourcesToTrafficMirrorSession", [.. all.Where(p => p.Item1 != missing)]);
        Assert.Equal("MissingParameter", answer.Code);
        Assert.Contains(missing.TrimEnd('1', '.'), answer.Body["Message"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void Checks_come_in_the_order_of_the_documented_table()
    {
        var stage = new Stage();
        stage.Emulator.SetServiceOpened("main", Stage.Region, false);
        stage.Emulator.SetBusinessStatus("main", Stage.Region, "tms-a", BusinessStatus.FinancialLocked);
        stage.Emulator.SetStatus("main", Stage.Region, "tms-a", SessionStatus.Modifying);
        stage.Emulator.DeleteNetworkInterface("eni-9");
        Assert.Equal("DuplicatedParam.SourceInstanceIds", stage.Remove("eni-9", "eni-9").Code);
        Assert.Equal("OptInRequired.TrafficMirror", stage.Remove("eni-9").Code);
        stage.Emulator.SetServiceOpened("main", Stage.Region, true);
        Assert.Equal("IncorrectBusinessStatus.TrafficMirror", stage.Remove("eni-9").Code);
        stage.Emulator.SetBusinessStatus("main", Stage.Region, "tms-a", BusinessStatus.Normal);
        Assert.Equal("IncorrectStatus.TrafficMirrorSession", stage.Remove("eni-9").Code);
        stage.Emulator.SetStatus("main", Stage.Region, "tms-a", SessionStatus.Created);
        Assert.Equal("ResourceNotFound.NetworkInterface", stage.Remove("eni-9").Code);
        Assert.Equal("ResourceNotAssociated.TrafficMirrorSource", stage.Remove("eni-8").Code);
    }

    [Fact]
    public void A_batch_with_one_bad_id_changes_nothing()
    {
        var stage = new Stage();
        stage.Emulator.DeleteNetworkInterface("eni-9");
        Assert.Equal("ResourceNotFound.NetworkInterface", stage.Add("eni-8", "eni-9").Code);
        stage.Pass(10);
        Assert.Equal(["eni-1", "eni-2"], stage.ListedSources);
    }

    [Fact]
    public void Ids_come_in_any_order_and_with_gaps()
    {
        var stage = new Stage();
        var answer = stage.Call("AddSourcesToTrafficMirrorSession", ("RegionId", Stage.Region), ("TrafficMirrorSessionId", "tms-a"),
            ("TrafficMirrorSourceIds.10", "eni-7"), ("TrafficMirrorSourceIds.2", "eni-8"));
        Assert.Equal("OK", answer.Code);
        Assert.Equal(["eni-8", "eni-7"], stage.Emulator.Snapshot().Calls[^1].Ids);
    }

    private static void BothRefuse(Stage stage, string code, string present, string absent)
    {
        var removal = stage.Remove(present);
        Assert.Equal((400, code), (removal.Status, removal.Code));
        var addition = stage.Add(absent);
        Assert.Equal((400, code), (addition.Status, addition.Code));
    }
}
