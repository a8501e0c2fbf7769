using VpcMirrorOperator.Commands;
using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.Tests.Commands;

public sealed class CommandTests : IAsyncDisposable
{
    private readonly CommandRun _run = new();

    public CommandTests() => _run.WriteManifest();

    public ValueTask DisposeAsync() => _run.DisposeAsync();

    [Fact]
    public async Task A_plan_with_changes_exits_with_2_and_changes_nothing()
    {
        var result = await _run.RunOnEmulatorAsync("plan", "-f", "m.yaml");

        Assert.Equal((2, ""), (result.ExitCode, result.Errors));
        Assert.Contains("  + eni-b2\n  - eni-z9\n", result.Printed, StringComparison.Ordinal);
        Assert.Empty(_run.Writes);
        Assert.False(Directory.Exists(Path.Join(_run.Folder, ".vpc-mirror")));
    }

    [Fact]
    public async Task A_plan_without_changes_exits_with_0()
    {
        _run.Write("m.yaml", Manifest.With("eni-b2", "eni-z9"));

        var result = await _run.RunOnEmulatorAsync("plan", "-f", "m.yaml");

        Assert.Equal(0, result.ExitCode);
        Assert.EndsWith("No changes.\n", result.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_of_a_session_that_the_cloud_does_not_list_exits_with_1()
    {
        _run.Write("m.yaml", Manifest.With("tms-a1", "tms-nowhere"));

        var result = await _run.RunOnEmulatorAsync("plan", "-f", "m.yaml", "-o", "json");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("\"reason\": \"SessionNotFound\"", result.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Apply_converges_and_the_second_time_writes_nothing()
    {
        var first = await _run.RunOnEmulatorAsync("apply", "-f", "m.yaml");

        Assert.Equal((0, ""), (first.ExitCode, first.Errors));
        Assert.Contains("1 of 1 session Ready, 2 cloud writes", first.Printed, StringComparison.Ordinal);
        Assert.Equal(["eni-a1", "eni-b2"], _run.Emulator.Snapshot().Find("test", "cn-hangzhou", "tms-a1")!.Sources);

        var second = await _run.RunOnEmulatorAsync("apply", "-f", "m.yaml", "-o", "json");

        Assert.Equal(0, second.ExitCode);
        Assert.Contains("\"writes\": 0", second.Printed, StringComparison.Ordinal);
        Assert.StartsWith("{", second.Printed, StringComparison.Ordinal);
        Assert.Equal(2, _run.Writes.Count());
    }

    [Fact]
    public async Task Apply_ends_with_3_when_a_session_is_held()
    {
        _run.Write("m.yaml", Manifest.WithSpec("managementPolicy: Observe"));

        var result = await _run.RunOnEmulatorAsync("apply", "-f", "m.yaml");

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("To hand the session over, set spec.managementPolicy: AddOnly adds", result.Printed, StringComparison.Ordinal);
        Assert.Contains("  m.yaml:1: default/web: ObserveOnly: ", result.Printed, StringComparison.Ordinal);
        Assert.Empty(_run.Writes);
    }

    [Fact]
    public async Task Apply_gives_up_when_its_time_is_over()
    {
        _run.Emulator.Settings = _run.Emulator.Settings with { ModifyDuration = TimeSpan.FromHours(1) };

        var result = await _run.RunOnEmulatorAsync("apply", "-f", "m.yaml", "--timeout", "500ms");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("Timed out: 0 of 1 session Ready, 1 cloud write", result.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interrupted_apply_says_what_is_left_and_the_next_one_goes_on()
    {
        _run.Emulator.Settings = _run.Emulator.Settings with { ModifyDuration = TimeSpan.FromHours(1) };
        var running = _run.RunOnEmulatorAsync("apply", "-f", "m.yaml");
        await Eventually.TrueAsync(() => _run.Writes.Any(), "a write");
        await _run.Interrupt.CancelAsync();

        var result = await running;

        Assert.Equal(130, result.ExitCode);
        Assert.Contains("Interrupted: 0 of 1 session Ready, 1 cloud write", result.Printed, StringComparison.Ordinal);
        Assert.Contains("\n  m.yaml:1: default/web: WaitingForCloud", result.Printed, StringComparison.Ordinal);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(result.Printed, "to remove: 1"));
        Assert.EndsWith("Run the same command again to go on.\n", result.Printed, StringComparison.Ordinal);
        var state = File.ReadAllText(Path.Join(_run.Folder, ".vpc-mirror", "default_web.json"));
        Assert.Contains("\"acceptedAt\"", state, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watch_follows_changed_manifests_and_keeps_the_last_good_ones()
    {
        using var screen = new Screen();
        _run.Screen = screen;
        var running = _run.RunOnEmulatorAsync("apply", "-f", "m.yaml", "--watch");
        await UntilAsync("eni-a1", "eni-b2");
        _run.Write("m.yaml", Manifest.With("eni-b2", "oops"));
        await screen.UntilAsync("m.yaml:10:5: spec.sourceIds[1]: must be a network interface id");
        _run.Write("m.yaml", Manifest.With("  - eni-b2", "  - eni-c3"));
        await UntilAsync("eni-a1", "eni-c3");
        await _run.Interrupt.CancelAsync();

        Assert.Equal(130, (await running).ExitCode);
        Assert.Matches(@"\n\d\d:\d\d:\d\d default/web: manifest changed\n", screen.ToString());
        Assert.Matches(@"\n\d\d:\d\d:\d\d m\.yaml:10:5: spec\.sourceIds\[1\]: must be", screen.ToString());
    }

    [Fact]
    public async Task Watch_says_what_is_no_longer_declared_what_is_new_and_what_is_correct_again()
    {
        using var screen = new Screen();
        _run.Screen = screen;
        var db = Manifest.Valid.Replace("name: web", "name: db", StringComparison.Ordinal)
            .Replace("tms-a1", "tms-b2", StringComparison.Ordinal);
        var running = _run.RunOnEmulatorAsync("apply", "-f", "m.yaml", "--watch");
        await UntilAsync("eni-a1", "eni-b2");

        _run.Write("m.yaml", Manifest.Valid + "\n---\n" + db);
        await screen.UntilAsync("default/db: new manifest");
        _run.Write("m.yaml", "broken: [");
        await screen.UntilAsync("The previous manifests stay in force until this is corrected.");
        _run.Write("m.yaml", Manifest.Valid + "\n---\n" + db);
        await screen.UntilAsync("The manifests are correct again, and in force.");
        _run.Write("m.yaml", db);
        await screen.UntilAsync("default/web: no longer declared; its session stays as it is");
        await _run.Interrupt.CancelAsync();

        Assert.Equal(130, (await running).ExitCode);
        Assert.DoesNotContain("manifest changed", screen.ToString(), StringComparison.Ordinal);
        Assert.Equal(["eni-a1", "eni-b2"], _run.Emulator.Snapshot().Find("test", "cn-hangzhou", "tms-a1")!.Sources);
    }

    [Fact]
    public async Task Two_applies_with_one_state_folder_know_of_each_other_and_count_their_own_writes()
    {
        using var first = new Screen();
        _run.Screen = first;
        var watching = _run.RunOnEmulatorAsync("apply", "-f", "m.yaml", "--watch");
        await UntilAsync("eni-a1", "eni-b2");
        await first.UntilAsync("2 sources: Ready");
        _run.Write("other.yaml", Manifest.Valid);

        using var second = new Screen();
        _run.Screen = second;
        var result = await _run.RunOnEmulatorAsync("apply", "-f", "other.yaml");

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("notice: another apply is using ", result.Errors, StringComparison.Ordinal);
        Assert.Contains("1 of 1 session Ready, 0 cloud writes", second.ToString(), StringComparison.Ordinal);
        _run.Write("m.yaml", Manifest.With("  - eni-b2", "  - eni-c3"));
        await UntilAsync("eni-a1", "eni-c3");
        await first.UntilAsync("manifest changed");
        await _run.Interrupt.CancelAsync();
        await watching;
    }

    [Fact]
    public async Task What_another_process_writes_with_the_same_records_is_not_counted()
    {
        _run.Emulator.Settings = _run.Emulator.Settings with { ModifyDuration = TimeSpan.FromSeconds(2) };
        using var first = new Screen();
        _run.Screen = first;
        var watching = _run.RunOnEmulatorAsync("apply", "-f", "m.yaml", "--watch");
        await Eventually.TrueAsync(() => _run.Writes.Any(), "a write of the first");

        using var second = new Screen();
        _run.Screen = second;
        var result = await _run.RunOnEmulatorAsync("apply", "-f", "m.yaml", "--timeout", "30s");
        await _run.Interrupt.CancelAsync();
        await watching;

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(2, _run.Writes.Count());
        Assert.Equal(2, CloudWrites(first.ToString()) + CloudWrites(second.ToString()));
    }

    [Fact]
    public async Task The_last_table_is_whole_on_a_terminal_that_is_too_low_for_it()
    {
        using var screen = new StringWriter();
        (_run.Screen, _run.Terminal) = (screen, new TerminalSize(100, 5));
        _run.Write("m.yaml", string.Join("\n---\n", Enumerable.Range(1, 9).Select(n => Manifest.Valid
            .Replace("name: web", $"name: web-{n}", StringComparison.Ordinal)
            .Replace("tms-a1", n == 1 ? "tms-a1" : $"tms-none{n}", StringComparison.Ordinal))));

        Assert.Equal(1, (await _run.RunOnEmulatorAsync("apply", "-f", "m.yaml")).ExitCode);

        var terminal = new Output.TerminalModel(100, 5);
        terminal.Feed(screen.ToString().Replace("\n", "\r\n", StringComparison.Ordinal));
        var lines = terminal.All.Split('\n');
        Assert.Single(lines, line => line.StartsWith("NAME ", StringComparison.Ordinal));
        foreach (var n in Enumerable.Range(1, 9))
            Assert.Single(lines, line => line.StartsWith($"default/web-{n} ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task On_a_terminal_apply_draws_a_table_in_place()
    {
        using var screen = new StringWriter();
        (_run.Screen, _run.Terminal) = (screen, new TerminalSize(100, 20));
        _run.Variables["NO_COLOR"] = "1";

        Assert.Equal(0, (await _run.RunOnEmulatorAsync("apply", "-f", "m.yaml")).ExitCode);

        Assert.Matches("\e\\[[0-9]+A", screen.ToString());
        Assert.DoesNotContain("\e[J", screen.ToString(), StringComparison.Ordinal);
        Assert.Contains("\e[?25h", screen.ToString(), StringComparison.Ordinal);
        Assert.DoesNotMatch("\e\\[[0-9;]*m", screen.ToString());
    }

    [Fact]
    public async Task Manifest_errors_end_a_command_before_the_cloud_is_called()
    {
        _run.In = new StringReader(Manifest.With("eni-b2", "eni-B2"));

        var result = await _run.RunOnEmulatorAsync("apply", "-f", "-");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("error: -:10:5: spec.sourceIds[1]: ", result.Errors, StringComparison.Ordinal);
        Assert.Empty(_run.Emulator.Snapshot().Calls);
    }

    [Fact]
    public async Task A_corrupt_state_folder_ends_a_command_before_anything_is_changed()
    {
        _run.Write(".vpc-mirror/default_web.json", "{");

        foreach (var command in (string[])["plan", "apply"])
        {
            var result = await _run.RunOnEmulatorAsync(command, "-f", "m.yaml");
            Assert.Equal(1, result.ExitCode);
            Assert.Contains("default_web.json: not a readable state file", result.Errors, StringComparison.Ordinal);
        }

        Assert.Empty(_run.Writes);
    }

    [Fact]
    public async Task An_import_can_be_planned_without_changes()
    {
        var imported = await _run.RunOnEmulatorAsync("import", "--region", "cn-hangzhou", "tms-a1", "tms-b2", "-o", "new.yaml");
        Assert.Equal((0, "", ""), (imported.ExitCode, imported.Printed, imported.Errors));
        Assert.Contains("managementPolicy: Observe", File.ReadAllText(Path.Join(_run.Folder, "new.yaml")), StringComparison.Ordinal);

        Assert.Equal(0, (await _run.RunOnEmulatorAsync("plan", "-f", "new.yaml")).ExitCode);
        Assert.Equal(0, (await _run.RunOnEmulatorAsync("apply", "-f", "new.yaml")).ExitCode);
        Assert.Empty(_run.Writes);
    }

    [Fact]
    public async Task An_import_overwrites_a_file_only_by_force()
    {
        var refused = await _run.RunOnEmulatorAsync("import", "--region", "cn-hangzhou", "tms-a1", "-o", "m.yaml");
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("--force", refused.Errors, StringComparison.Ordinal);
        Assert.Equal(Manifest.Valid, File.ReadAllText(Path.Join(_run.Folder, "m.yaml")));

        Assert.Equal(0, (await _run.RunOnEmulatorAsync("import", "--region", "cn-hangzhou", "tms-a1", "-o", "m.yaml", "--force")).ExitCode);
    }

    [Fact]
    public async Task An_import_of_an_unknown_session_writes_nothing()
    {
        var result = await _run.RunOnEmulatorAsync("import", "--region", "cn-hangzhou", "tms-a1", "tms-nowhere");

        Assert.Equal((1, ""), (result.ExitCode, result.Printed));
        Assert.Contains("cn-hangzhou/tms-nowhere: the cloud does not list this session", result.Errors, StringComparison.Ordinal);
    }

    private static int CloudWrites(string printed) => int.Parse(
        System.Text.RegularExpressions.Regex.Match(printed, "([0-9]+) cloud writes?").Groups[1].Value,
        System.Globalization.CultureInfo.InvariantCulture);

    private Task UntilAsync(params string[] sources) =>
        Eventually.TrueAsync(
            () => _run.Emulator.Snapshot().Find("test", "cn-hangzhou", "tms-a1")!.Sources.SequenceEqual(sources),
            "the sources in the cloud");
}
