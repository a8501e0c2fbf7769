using VpcMirrorOperator.Output;

namespace VpcMirrorOperator.Tests.Output;

public class ReportTests
{
    private static readonly PlanReport Plan = PlanReport.Of(
    [
        Item(
            "web-tier", "Write", "AddingSources") with { Hash = "35a871b939d04792", Add = [.. Ids("eni-a", 12)], Remove =
            [.. Ids("eni-r", 2)], Desired = 35, Actual = 25 },
        Item("db", "Done", "Synced") with { Desired = 12, Actual = 12 },
        Item(
            "payments", "Hold", "MaxRemovalsExceeded") with { Message = "Approve it.", Hash = "5af479cbeafbaa9f", Remove =
            [.. Ids("eni-r", 3)], Desired = 4, Actual = 7 },
        Item("gone", "Stall",
            "SessionNotFound") with { Message = "The cloud does not list it: \"check\" the id.", Compared = false, Desired = 1 },
    ]);

    [Fact]
    public void A_plan_for_people() => Golden.Check("plan.txt", PlanText.Render(Plan, colour: false));

    [Fact]
    public void Colour_changes_nothing_of_a_plan_but_the_colours()
    {
        var coloured = string.Join('\n', PlanText.Render(Plan, colour: true));

        Assert.Contains("\e[32m  + eni-a10\e[0m\n", coloured, StringComparison.Ordinal);
        Assert.Contains("\e[31m  - eni-r10\e[0m\n", coloured, StringComparison.Ordinal);
        Assert.Equal(
            string.Join('\n', PlanText.Render(Plan, colour: false)),
            System.Text.RegularExpressions.Regex.Replace(coloured, "\e\\[[0-9;]*m", ""));
    }

    [Fact]
    public void A_plan_as_json() => Golden.Check("plan.json.txt", ReportJson.Write(Plan, OutputFormat.Json));

    [Fact]
    public void A_plan_as_yaml() => Golden.Check("plan.yaml.txt", ReportJson.Write(Plan, OutputFormat.Yaml));

    [Theory]
    [InlineData(ApplyEnd.Settled)]
    [InlineData(ApplyEnd.Interrupted)]
    public void The_end_of_an_apply_for_people(ApplyEnd end) =>
        Golden.Check($"apply-{end}.txt", ApplyText.Render(ApplyReport.Of(Rows.All, 8, 12.34, end)));

    [Fact]
    public void The_end_of_an_apply_as_json() =>
        Golden.Check("apply.json.txt", ReportJson.Write(ApplyReport.Of(Rows.All, 8, 12.34, ApplyEnd.TimedOut), OutputFormat.Json));

    [Fact]
    public void A_log_has_one_line_for_each_change()
    {
        var log = new TransitionLog();
        var now = new DateTimeOffset(2026, 3, 1, 14, 0, 5, TimeSpan.FromHours(2));

        Assert.Equal(3, log.Next(Rows.All, now).Count);
        Assert.Empty(log.Next(Rows.All, now));
        var changed = Rows.Working with { State = "Created" };
        Assert.Equal(
            ["12:00:05 default/web-tier Created 28 sources, 7 to add, 17 to remove: WaitingForCloud"],
            log.Next([Rows.Ready, changed], now));
    }

    private static IEnumerable<string> Ids(string prefix, int count) => Enumerable.Range(10, count).Select(i => $"{prefix}{i}");

    private static PlanItem Item(string name, string decision, string reason) => new()
    {
        Namespace = "default",
        Name = name,
        RegionId = "cn-hangzhou",
        TrafficMirrorSessionId = $"tms-{name.Replace("-", "", StringComparison.Ordinal)}",
        Decision = decision,
        Reason = reason,
        Message = "",
        Compared = true,
    };
}
