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
    [InlineData("apply", "-f", "m.yaml")]
    [InlineData("import", "--region", "cn-hangzhou", "tms-a1")]
    public async Task A_throttled_first_read_ends_no_command(params string[] command)
    {
        Throttle(times: 6);

        Assert.Equal(0, (await _run.RunOnEmulatorAsync(command)).ExitCode);

        Assert.Single(Lines("Waiting for cn-hangzhou, at most 2 min more: "));
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
        Assert.Contains("error: ListTrafficMirrorSessions: Client.ConnectionFailed", _errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("cannot be reached", _errors.ToString(), StringComparison.Ordinal);
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

    private void Throttle(int times, string? session = null) =>
        _run.Emulator.Faults.Add(new FaultRule { Kind = FaultKind.Throttle, RetryAfterMs = 1, Times = times, Session = session });

    private string[] Lines(string text) => [.. _errors.ToString().Split('\n').Where(l => l.Contains(text, StringComparison.Ordinal))];
}
