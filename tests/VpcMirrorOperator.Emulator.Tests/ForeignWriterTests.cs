namespace VpcMirrorOperator.Emulator.Tests;

public class ForeignWriterTests
{
    private readonly Stage stage = new();

    [Fact]
    public void A_foreign_write_goes_through_the_state_machine_and_blocks_ours()
    {
        Assert.Equal("OK", stage.Emulator.ForeignAdd("main", Stage.Region, Stage.Session, ["eni-8"]));
        Assert.Equal("IncorrectStatus.TrafficMirrorSession", stage.Add("eni-9").Code);
        Assert.Equal("IncorrectStatus.TrafficMirrorSession", stage.Emulator.ForeignRemove("main", Stage.Region, Stage.Session, ["eni-1"]));
        stage.Pass(3);
        Assert.Equal(["eni-1", "eni-2", "eni-8"], stage.ListedSources);
        Assert.Equal("OK", stage.Emulator.ForeignRemove("main", Stage.Region, Stage.Session, ["eni-1"]));
        Assert.Equal([true, false, true, false, true], stage.Emulator.Snapshot().Calls.Select(c => c.Foreign));
    }

    [Fact]
    public void A_deleted_interface_stays_listed_or_leaves_as_set()
    {
        stage.Emulator.DeleteNetworkInterface("eni-1");
        Assert.Equal(["eni-1", "eni-2"], stage.ListedSources);
        var leaving = new Stage("deletedInterfaceLeavesSessions: true");
        leaving.Add("eni-8", "eni-9");
        leaving.Emulator.DeleteNetworkInterface("eni-1");
        leaving.Emulator.DeleteNetworkInterface("eni-8");
        leaving.Pass(3);
        Assert.Equal(["eni-2", "eni-9"], leaving.ListedSources);
    }

    [Fact]
    public void Enabled_and_business_status_are_listed_as_set()
    {
        stage.Emulator.SetEnabled("main", Stage.Region, Stage.Session, false);
        stage.Emulator.SetBusinessStatus("main", Stage.Region, Stage.Session, BusinessStatus.FinancialLocked);
        Assert.False(stage.Listed()["Enabled"]!.GetValue<bool>());
        Assert.Equal("FinancialLocked", stage.Listed()["TrafficMirrorSessionBusinessStatus"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("nobody", Stage.Region, Stage.Session, "account")]
    [InlineData("main", "cn-nowhere", Stage.Session, "region")]
    [InlineData("main", Stage.Region, "tms-none", "session")]
    public void What_does_not_exist_is_named(string account, string region, string session, string field)
    {
        Assert.Equal(field, Assert.Throws<EmulatorControlException>(() => stage.Emulator.SetEnabled(account, region, session, true)).Field);
        Assert.Equal(field, Assert.Throws<EmulatorControlException>(() => stage.Emulator.DeleteSession(account, region, session)).Field);
    }

    [Fact]
    public void Calls_from_many_threads_execute_a_token_once()
    {
        (string, string)[] parameters = [
            ("ClientToken", "t1"), ("RegionId", Stage.Region), ("TrafficMirrorSessionId", Stage.Session), ("TrafficMirrorSourceIds.1", "eni-9")];
        var requests = Enumerable.Range(0, 200)
            .Select(i => Caller.Main.Sign("AddSourcesToTrafficMirrorSession", stage.Time.GetUtcNow(), $"n{i}", parameters)).ToList();
        Parallel.ForEach(requests, request => Assert.Equal(200, stage.Emulator.Handle(request).Status));
        var calls = stage.Emulator.Snapshot().Calls;
        Assert.Equal((200, 1), (calls.Count, calls.Count(c => c.Executed)));
        Assert.Equal(Enumerable.Range(1, 200).Select(i => (long)i), calls.Select(c => c.Sequence));
    }
}
