using VpcMirrorOperator.Commands;
using VpcMirrorOperator.Emulator.Faults;
using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.Tests.Commands;

/// <summary>What apply, plan and import do while the cloud does not answer as it should.</summary>
public sealed class FailingCloudTests : IAsyncDisposable
{
    private readonly CommandRun _run = new();
    private readonly Screen _screen = new();
    private readonly Screen _errors = new();

    public FailingCloudTests()
    {
        _run.WriteManifest();
        (_run.Screen, _run.Errors) = (_screen, _errors);
    }

    public async ValueTask DisposeAsync()
    {
        await _run.DisposeAsync();
        await _screen.DisposeAsync();
        await _errors.DisposeAsync();
    }

    [Fact]
    public async Task Watch_goes_on_when_the_first_reads_are_throttled_and_says_so_once()
    {
        Throttle(times: 3);
        var running = _run.RunOnEmulatorAsync("apply", "-f", "m.yaml", "--watch");
        await _screen.UntilAsync("2 sources: Ready");
        await _errors.UntilAsync("cn-hangzhou: Throttled is over");
        await _run.Interrupt.CancelAsync();

        Assert.Equal(ExitCodes.Interrupted, (await running).ExitCode);
        var notice = Assert.Single(Lines("waiting for"));
        Assert.Contains(
            "waiting for cn-hangzhou: default/web (tms-a1): Throttled: Cannot read the session: ", notice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watch_goes_on_with_wrong_keys_and_shows_the_remedy()
    {
        _run.Variables["ALIBABA_CLOUD_ACCESS_KEY_SECRET"] = "not-the-secret";
        var running = _run.RunOnEmulatorAsync("apply", "-f", "m.yaml", "--watch");
        await _errors.UntilAsync("Check the access key id, its secret");
        Assert.False(running.IsCompleted);
        await _run.Interrupt.CancelAsync();

        Assert.Equal(ExitCodes.Interrupted, (await running).ExitCode);
        Assert.Matches(@"CredentialsInvalid since \d\d:\d\d:\d\d", _screen.ToString());
    }

    [Fact]
    public async Task A_table_on_a_terminal_is_drawn_again_below_a_notice()
    {
        (_run.Errors, _run.Terminal) = (_screen, new TerminalSize(120, 20));
        _run.Variables["ALIBABA_CLOUD_ACCESS_KEY_SECRET"] = "not-the-secret";
        var running = _run.RunOnEmulatorAsync("apply", "-f", "m.yaml", "--watch");
        await _screen.UntilAsync("CredentialsInvalid since ");
        await _run.Interrupt.CancelAsync();

        Assert.Equal(ExitCodes.Interrupted, (await running).ExitCode);
        Assert.Matches("(?s)waiting for cn-hangzhou: .*NAME .*CredentialsInvalid since ", _screen.ToString());
    }

    [Theory]
    [InlineData("waiting for cn-hangzhou: default/web", "apply", "-f", "m.yaml")]
    [InlineData("Waiting for cn-hangzhou, at most 2 min more: ", "import", "--region", "cn-hangzhou", "tms-a1")]
    public async Task A_throttled_first_read_ends_no_command(string notice, params string[] command)
    {
        Throttle(times: 4);

        Assert.Equal(0, (await _run.RunOnEmulatorAsync(command)).ExitCode);

        Assert.Single(Lines(notice));
    }

    [Theory]
    [InlineData(ExitCodes.Changes, "plan", "-f", "m.yaml")]
    [InlineData(ExitCodes.Success, "import", "--region", "cn-hangzhou", "tms-a1", "tms-b2")]
    public async Task A_throttled_read_after_the_first_one_ends_no_command(int code, params string[] command)
    {
        _run.Write(
            "m.yaml", Manifest.Valid + "\n---\n" + Manifest.With("tms-a1", "tms-b2")
                .Replace("name: web", "name: db", StringComparison.Ordinal));
        // The first read asks for one session of the region only.
        Throttle(times: 6, session: "tms-b2");

        Assert.Equal(code, (await _run.RunOnEmulatorAsync(command)).ExitCode);

        Assert.Single(Lines("Waiting for cn-hangzhou, at most 2 min more: "));
    }

    [Fact]
    public async Task Apply_gives_up_on_an_unreachable_cloud_when_its_time_is_over_with_cause_and_remedy()
    {
        var result = await _run.RunAsync("apply", "-f", "m.yaml", "--endpoint", "http://127.0.0.1:1", "--timeout", "1500ms");

        Assert.Equal(ExitCodes.Failure, result.ExitCode);
        Assert.Contains(
            "m.yaml:1: default/web (cn-hangzhou/tms-a1): CloudUnreachable: Cannot read the session: ListTrafficMirrorSessions: " +
            "Client.ConnectionFailed", _screen.ToString(), StringComparison.Ordinal);
        Assert.Contains("cannot be reached", _screen.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_status_of_an_earlier_run_does_not_pass_for_an_answer_of_the_cloud()
    {
        Assert.Equal(0, (await _run.RunOnEmulatorAsync("apply", "-f", "m.yaml")).ExitCode);
        _run.Emulator.Faults.Add(new FaultRule { Kind = FaultKind.Throttle, RetryAfterMs = 1 });

        // --watch makes no preflight check, so its first rows are what the engine says of an object that was Ready an hour ago.
        var running = _run.RunOnEmulatorAsync("apply", "-f", "m.yaml", "--watch", "--timeout", "1500ms", "-o", "json");

        Assert.Equal(ExitCodes.Failure, (await running).ExitCode);
        Assert.Contains("\"reason\": \"Throttled\"", _screen.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_region_without_rights_is_the_trouble_of_its_objects_and_holds_up_no_other()
    {
        TwoRegions();

        var apply = await _run.RunOnEmulatorAsync("apply", "-f", "m.yaml");

        Assert.Equal(ExitCodes.Failure, apply.ExitCode);
        Assert.Equal(["eni-a1", "eni-b2"], _run.Emulator.Snapshot().Find("test", "cn-hangzhou", "tms-a1")!.Sources);
        Assert.Contains("1 of 3 sessions Ready, 2 cloud writes", _screen.ToString(), StringComparison.Ordinal);
        Assert.Contains(
            "\n  m.yaml:12: default/c (cn-shanghai/tms-c3): PermissionDenied: Cannot read the session: " +
            "ListTrafficMirrorSessions: Forbidden.RAM",
            _screen.ToString(), StringComparison.Ordinal);
        Assert.Contains(
            "\n  m.yaml:23: default/d (cn-shanghai/tms-d4): PermissionDenied, as default/c\n", _screen.ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_compares_the_other_regions_and_names_file_line_object_and_region_of_those_that_it_cannot_read()
    {
        TwoRegions();

        Assert.Equal(ExitCodes.Failure, (await _run.RunOnEmulatorAsync("plan", "-f", "m.yaml")).ExitCode);
        Assert.Contains("default/web  cn-hangzhou/tms-a1  1 to add, 1 to remove", _screen.ToString(), StringComparison.Ordinal);
        Assert.Contains("default/c  cn-shanghai/tms-c3  cannot be compared\n", _screen.ToString(), StringComparison.Ordinal);
        Assert.Contains("\n  m.yaml:12: PermissionDenied: Cannot read the session: ", _screen.ToString(), StringComparison.Ordinal);
        Assert.Contains("\n  m.yaml:23: PermissionDenied, as default/c\n", _screen.ToString(), StringComparison.Ordinal);
        Assert.EndsWith(
            "1 of 3 sessions differ: 1 source to add, 1 to remove. 2 cannot be compared.\n", _screen.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_as_json_has_the_place_and_the_reason_of_each_object()
    {
        TwoRegions();

        await _run.RunOnEmulatorAsync("plan", "-f", "m.yaml", "-o", "json");

        using var report = System.Text.Json.JsonDocument.Parse(_screen.ToString());
        var item = report.RootElement.GetProperty("items")[0];
        Assert.Equal(
            ("c", "Stall", "PermissionDenied", false, "m.yaml", 12),
            (item.GetProperty("name").GetString(), item.GetProperty("decision").GetString(), item.GetProperty("reason").GetString(),
                item.GetProperty("compared").GetBoolean(), item.GetProperty("file").GetString(), item.GetProperty("line").GetInt32()));
    }

    /// <summary>Three objects: one in a region that works, two in one that may not be read.</summary>
    private void TwoRegions()
    {
        var web = Manifest.Valid + "\n---\n";
        var c = Manifest.Valid.Replace("name: web", "name: c", StringComparison.Ordinal)
            .Replace("cn-hangzhou", "cn-shanghai", StringComparison.Ordinal).Replace("tms-a1", "tms-c3", StringComparison.Ordinal);
        var d = c.Replace("name: c", "name: d", StringComparison.Ordinal).Replace("tms-c3", "tms-d4", StringComparison.Ordinal);
        _run.Write("m.yaml", web + c + "\n---\n" + d);
        _run.Emulator.Faults.Add(new FaultRule { Kind = FaultKind.Error, Status = 403, Code = "Forbidden.RAM", Region = "cn-shanghai" });
    }

    private void Throttle(int times, string? session = null) =>
        _run.Emulator.Faults.Add(new FaultRule { Kind = FaultKind.Throttle, RetryAfterMs = 1, Times = times, Session = session });

    private string[] Lines(string text) => [.. _errors.ToString().Split('\n').Where(l => l.Contains(text, StringComparison.Ordinal))];
}
