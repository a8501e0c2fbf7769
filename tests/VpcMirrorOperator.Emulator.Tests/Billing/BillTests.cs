using System.Text.Json.Nodes;
using VpcMirrorOperator.Emulator.Billing;

namespace VpcMirrorOperator.Emulator.Tests.Billing;

/// <summary>Started hours of sources in enabled sessions; a session's change takes effect when it ends, 3 s after the call.</summary>
public class BillTests
{
    private readonly Stage _stage = new(sources: "[eni-1, eni-2]");

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(3600, 1)]
    [InlineData(3601, 2)]
    [InlineData(7200, 2)]
    public void An_hour_that_has_started_counts(int seconds, long hours) =>
        Assert.Equal(hours, StartedHours.In(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void The_example_of_the_page_five_interfaces_for_thirty_days()
    {
        var stage = new Stage(sources: "[eni-1, eni-2, eni-3, eni-4, eni-5]");
        stage.Time.Advance(TimeSpan.FromDays(30));
        Assert.Equal((3600, 360m), (stage.Emulator.Bill().StartedHours, Session(stage, "main", "tms-a").AmountCny));
    }

    [Fact]
    public void A_source_costs_from_the_end_of_its_change_however_late_anyone_looks()
    {
        _stage.Add("eni-3");
        _stage.Pass(3 + 3600);
        Assert.Equal("eni-1=2+ eni-2=2+ eni-3=1+", Text());
        _stage.Pass(1);
        Assert.Equal("eni-1=2+ eni-2=2+ eni-3=2+", Text());
        _stage.Remove("eni-1");
        _stage.Time.Advance(TimeSpan.FromDays(10));
        Assert.StartsWith("eni-1=2 ", Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void Out_and_in_again_within_an_hour_starts_two_hours()
    {
        _stage.Remove("eni-1");
        _stage.Pass(3);
        _stage.Add("eni-1");
        _stage.Pass(60);
        Assert.Equal("eni-1=2+ eni-2=1+", Text());
    }

    [Fact]
    public void Hours_in_several_sessions_add_up_and_a_disabled_one_costs_nothing()
    {
        _stage.Emulator.ForeignAdd("main", Stage.Region, "tms-b", ["eni-1"]);
        _stage.Pass(7200);
        Assert.Equal(4, _stage.Emulator.Bill().StartedHours);
        _stage.Emulator.SetEnabled("main", Stage.Region, "tms-b", enabled: true);
        _stage.Pass(10);
        _stage.Emulator.SetEnabled("main", Stage.Region, "tms-b", enabled: false);
        _stage.Pass(100_000);
        Assert.Equal(1, Session(_stage, "main", "tms-b").StartedHours);
    }

    [Fact]
    public void A_locked_or_deleted_session_stops_its_meter_and_stays_on_the_bill()
    {
        _stage.Pass(10);
        _stage.Emulator.SetBusinessStatus("main", Stage.Region, Stage.Session, BusinessStatus.FinancialLocked);
        _stage.Pass(100_000);
        Assert.Equal("eni-1=1 eni-2=1", Text());
        _stage.Emulator.SetBusinessStatus("main", Stage.Region, Stage.Session, BusinessStatus.Normal);
        _stage.Pass(10);
        _stage.Emulator.DeleteSession("main", Stage.Region, Stage.Session);
        _stage.Pass(100_000);
        Assert.Equal("eni-1=2 eni-2=2", Text());
    }

    [Fact]
    public void Overdue_payment_stops_the_meter_and_payment_starts_it_again()
    {
        _stage.Pass(10);
        _stage.Emulator.SetOverdue("main", overdue: true);
        _stage.Time.Advance(TimeSpan.FromDays(10));
        Assert.Equal("eni-1=1 eni-2=1", Text());
        _stage.Emulator.SetOverdue("main", overdue: false);
        _stage.Pass(10);
        Assert.Equal("eni-1=2+ eni-2=2+", Text());
        _stage.Emulator.SetOverdue("main", overdue: true);
        _stage.Time.Advance(TimeSpan.FromDays(16));
        Assert.Equal("eni-1=2 eni-2=2", Text());
        Assert.Null(_stage.Emulator.Snapshot().Find("main", Stage.Region, Stage.Session));
    }

    [Fact]
    public void The_bill_survives_export()
    {
        _stage.Pass(1800);
        _stage.Remove("eni-2");
        _stage.Pass(600);
        var yaml = _stage.Emulator.Export(settle: false).ToYaml();
        var again = new EniStage(EmulatorSeed.Parse(yaml, "again"));
        again.Pass(1201);
        _stage.Pass(1201);
        Assert.Equal("eni-1=2+ eni-2=1", Text());
        Assert.Equal(Text(), Text(Assert.Single(again.Emulator.Bill().Sessions)));
    }

    [Fact]
    public void A_reset_starts_a_new_bill()
    {
        _stage.Pass(100_000);
        _stage.Emulator.Reset();
        _stage.Pass(1);
        Assert.Equal("eni-1=1+ eni-2=1+", Text());
    }

    [Fact]
    public void The_control_API_shows_it()
    {
        _stage.Pass(1);
        var answer = new EmulatorControl(_stage.Emulator).Handle(new("GET", "/_emulator/bill", [], ReadOnlyMemory<byte>.Empty));
        var bill = JsonNode.Parse(answer.Body.Span)!;
        Assert.Equal((2, 0.2m), (bill["startedHours"]!.GetValue<long>(), bill["amountCny"]!.GetValue<decimal>()));
        Assert.Equal("tms-a", bill["sessions"]![0]!["session"]!.GetValue<string>());
    }

    private string Text() => Text(Session(_stage, "main", Stage.Session));

    private static string Text(BilledSession session) =>
        string.Join(' ', session.Sources.Select(source => $"{source.NetworkInterface}={source.StartedHours}{(source.Running ? "+" : "")}"));

    private static BilledSession Session(Stage stage, string account, string id) =>
        stage.Emulator.Bill().Sessions.Single(session => session.Account == account && session.Session == id);
}
