namespace VpcMirrorOperator.Emulator.Tests;

public class ForeignWriterTests
{
    private readonly Stage _stage = new();

    [Fact]
    public void A_foreign_write_goes_through_the_state_machine_and_blocks_ours()
    {
        Assert.Equal("OK", _stage.Emulator.ForeignAdd("main", Stage.Region, Stage.Session, ["eni-8"]));
        Assert.Equal("IncorrectStatus.TrafficMirrorSession", _stage.Add("eni-9").Code);
        Assert.Equal("IncorrectStatus.TrafficMirrorSession", _stage.Emulator.ForeignRemove("main", Stage.Region, Stage.Session, ["eni-1"]));
        _stage.Pass(3);
        Assert.Equal(["eni-1", "eni-2", "eni-8"], _stage.ListedSources);
        Assert.Equal("OK", _stage.Emulator.ForeignRemove("main", Stage.Region, Stage.Session, ["eni-1"]));
        Assert.Equal([true, false, true, false, true], _stage.Emulator.Snapshot().Calls.Select(c => c.Foreign));
    }

    [Fact]
    public void A_deleted_interface_stays_listed_or_leaves_as_set()
    {
        _stage.Emulator.DeleteNetworkInterface("eni-1");
        Assert.Equal(["eni-1", "eni-2"], _stage.ListedSources);
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
        _stage.Emulator.SetEnabled("main", Stage.Region, Stage.Session, false);
        _stage.Emulator.SetBusinessStatus("main", Stage.Region, Stage.Session, BusinessStatus.FinancialLocked);
        Assert.False(_stage.Listed()["Enabled"]!.GetValue<bool>());
        Assert.Equal("FinancialLocked", _stage.Listed()["TrafficMirrorSessionBusinessStatus"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("nobody", Stage.Region, Stage.Session, "account")]
    [InlineData("main", "cn-nowhere", Stage.Session, "region")]
    [InlineData("main", Stage.Region, "tms-none", "session")]
    public void What_does_not_exist_is_named(string account, string region, string session, string field)
    {
        void Names(Action order) => Assert.Equal(field, Assert.Throws<EmulatorControlException>(order).Field);
        Names(() => _stage.Emulator.SetEnabled(account, region, session, true));
        Names(() => _stage.Emulator.DeleteSession(account, region, session));
    }

    [Fact]
    public void Calls_from_many_threads_execute_a_token_once()
    {
        (string, string)[] parameters = [
            ("ClientToken", "t1"), ("RegionId", Stage.Region), ("TrafficMirrorSessionId", Stage.Session),
            ("TrafficMirrorSourceIds.1", "eni-9")];
        var requests = Enumerable.Range(0, 200)
            .Select(i => Caller.Main.Sign("AddSourcesToTrafficMirrorSession", _stage.Time.GetUtcNow(), $"n{i}", parameters)).ToList();
        Parallel.ForEach(requests, request => Assert.Equal(200, _stage.Emulator.Handle(request).Status));
        var calls = _stage.Emulator.Snapshot().Calls;
        Assert.Equal((200, 1), (calls.Count, calls.Count(c => c.Executed)));
        Assert.Equal(Enumerable.Range(1, 200).Select(i => (long)i), calls.Select(c => c.Sequence));
    }
}
