using System.Text;

namespace VpcMirrorOperator.Emulator.Tests.State;

/// <summary>Overdue payment switches sessions off, deletes them after the grace, and is forgiven when paid in time.</summary>
public class ArrearsTests
{
    private readonly Stage _stage = new();

    [Fact]
    public void Sessions_are_off_until_the_account_is_paid()
    {
        _stage.Emulator.SetOverdue("main", true);
        Assert.Equal("FinancialLocked", _stage.Listed().Text("TrafficMirrorSessionBusinessStatus"));
        Assert.False(_stage.Listed()["Enabled"]!.GetValue<bool>());
        Assert.Equal("IncorrectBusinessStatus.TrafficMirror", _stage.Add("eni-9").Code);
        _stage.Time.Advance(TimeSpan.FromDays(14.9));
        _stage.Emulator.SetOverdue("main", false);
        Assert.True(_stage.Listed()["Enabled"]!.GetValue<bool>());
        Assert.Equal("OK", _stage.Add("eni-9").Code);
        _stage.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal("OK", _stage.Remove("eni-9").Code);
    }

    [Fact]
    public void Sessions_are_deleted_after_the_grace_and_filters_stay()
    {
        var filter = _stage.NewFilter();
        _stage.Emulator.SetOverdue("main", true);
        Assert.Equal("IncorrectBusinessStatus.TrafficMirror", _stage.CreateSession(filter, 100, ["eni-7"]).Code);
        var again = new VpcEmulator(EmulatorSeed.Parse(_stage.Emulator.Export(settle: false).ToYaml(), "again"), _stage.Time);
        _stage.Time.Advance(TimeSpan.FromDays(15));
        Assert.Equal("ResourceNotFound.TrafficMirrorSession", _stage.Add("eni-9").Code);
        Assert.Equal("0", _stage.List().Body.Text("TotalCount"));
        Assert.NotNull(_stage.Filter(filter));
        Assert.Empty(again.Snapshot().Accounts[0].Regions[0].Sessions);
    }

    [Fact]
    public void The_control_API_makes_an_account_overdue()
    {
        var control = new Emulator.Control.EmulatorControl(_stage.Emulator);
        var body = Encoding.UTF8.GetBytes("{ \"do\": \"arrears\", \"account\": \"main\" }");
        Assert.Equal(200, control.Handle(new("POST", "/_emulator/foreign", [], body)).Status);
        Assert.Equal("FinancialLocked", _stage.Listed().Text("TrafficMirrorSessionBusinessStatus"));
    }
}
