using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kinds;
using VpcMirrorOperator.Manifests;
using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.Tests.Commands;

public sealed class EmbeddedEmulatorTests : IAsyncDisposable
{
    private readonly CommandRun _run = new();

    public EmbeddedEmulatorTests()
    {
        _run.WriteManifest();
        _run.Write("seed.yaml", CommandRun.Seed);
    }

    public ValueTask DisposeAsync() => _run.DisposeAsync();

    [Fact]
    public async Task Its_state_outlives_the_process_until_it_is_reset_or_the_seed_changes()
    {
        Assert.Equal(2, (await PlanAsync()).ExitCode);
        Assert.Equal(0, (await ApplyAsync()).ExitCode);
        Assert.Equal(0, (await PlanAsync()).ExitCode);
        Assert.Equal(2, (await PlanAsync("--emulator-reset")).ExitCode);
        Assert.Equal(0, (await PlanAsync()).ExitCode);

        _run.Write("seed.yaml", CommandRun.Seed + "\n# another text");
        Assert.Equal(2, (await PlanAsync()).ExitCode);
    }

    [Fact]
    public async Task A_reset_after_an_interrupted_apply_starts_over_completely()
    {
        // An apply that was interrupted while its write was under way: its record waits for an end that the new emulator knows nothing of.
        _run.Write("seed.yaml", CommandRun.Seed.Replace("20ms", "1h", StringComparison.Ordinal));
        var running = ApplyAsync();
        var record = Path.Join(_run.Folder, ".vpc-mirror", "emulator", "default_web.json");
        await Eventually.TrueAsync(() => File.Exists(record) && TextOf(record).Contains("acceptedAt", StringComparison.Ordinal), "a write");
        await _run.Interrupt.CancelAsync();
        Assert.Equal(130, (await running).ExitCode);

        await using var next = new CommandRun();
        next.Write("m.yaml", Manifest.Valid);
        next.Write("seed.yaml", CommandRun.Seed.Replace("20ms", "1h", StringComparison.Ordinal));
        CopyState(_run, next);
        var plan = await next.RunAsync("plan", "-f", "m.yaml", "--emulator", "--emulator-seed", "seed.yaml", "--emulator-reset");
        Assert.Contains("1 to add, 1 to remove", plan.Printed, StringComparison.Ordinal);
        Assert.DoesNotContain("WaitingForCloud", plan.Printed, StringComparison.Ordinal);

        next.Write("seed.yaml", CommandRun.Seed);
        var again = await next.RunAsync(
            "apply", "-f", "m.yaml", "--emulator", "--emulator-seed", "seed.yaml", "--emulator-reset", "--timeout", "20s");

        Assert.Equal(0, again.ExitCode);
        Assert.Contains("1 of 1 session Ready, 2 cloud writes", again.Printed, StringComparison.Ordinal);
        var state = TextOf(Path.Join(next.Folder, ".vpc-mirror", "emulator", "default_web.json"));
        Assert.DoesNotContain("lastForeignChange", state, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("\"operationSequence\":2", state.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_corrupt_state_is_named_with_the_remedy()
    {
        Assert.Equal(0, (await ApplyAsync()).ExitCode);
        File.AppendAllText(Path.Join(_run.Folder, ".vpc-mirror", "emulator", "emulator.yaml"), "\nnonsense: [");

        var result = await PlanAsync();

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("emulator.yaml cannot be used", result.Errors, StringComparison.Ordinal);
        Assert.Equal(2, (await PlanAsync("--emulator-reset")).ExitCode);
    }

    [Theory]
    [InlineData("accounts: []", "the seed has no account")]
    [InlineData("nonsense: 1", "seed.yaml")]
    public async Task A_wrong_seed_is_an_error(string text, string problem)
    {
        _run.Write("seed.yaml", text);

        var result = await PlanAsync();

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(problem, result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_seed_that_is_not_there_is_an_error()
    {
        File.Delete(Path.Join(_run.Folder, "seed.yaml"));

        var result = await PlanAsync();

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("seed.yaml: there is no such file. Correct the path of the seed.", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_applies_on_one_folder_do_not_share_an_emulator()
    {
        Directory.CreateDirectory(Path.Join(_run.Folder, ".vpc-mirror", "emulator"));
        using var other = new FileStream(
            Path.Join(_run.Folder, ".vpc-mirror", "emulator", ".emulator.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite,
            FileShare.None);

        var result = await ApplyAsync();

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("another process is using the emulator of this folder", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_samples_are_valid_and_the_demo_seed_differs_from_them()
    {
        var samples = Path.Join(AppContext.BaseDirectory, "config", "samples");
        var (texts, _) = ManifestFiles.Read([samples], _run.Folder, TextReader.Null);
        var set = ManifestParser.Parse(texts, KindRegistry.Manifests);

        Assert.Empty(set.Errors);
        Assert.Empty(set.Notices);
        Assert.True(set.Of<TrafficMirrorSession>().Count >= 3);
        Assert.Contains(set.Of<TrafficMirrorSession>(), s => s.Spec.SourceIds.Count == 35);
        Assert.Equal(2, set.Of<TrafficMirrorSession>().Select(s => s.Spec.RegionId).Distinct().Count());
        var plan = await _run.RunAsync("plan", "-f", samples, "--emulator");
        Assert.Equal((2, ""), (plan.ExitCode, plan.Errors));
        Assert.Contains("17 to add, 17 to remove", plan.Printed, StringComparison.Ordinal);
        Assert.Contains("database-tier  cn-hangzhou/tms-bp1phl2xmqgwzjfgvt4p  no change", plan.Printed, StringComparison.Ordinal);
    }

    private static string TextOf(string file)
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        return reader.ReadToEnd();
    }

    private static void CopyState(CommandRun from, CommandRun to)
    {
        foreach (var file in Directory.GetFiles(Path.Join(from.Folder, ".vpc-mirror", "emulator")))
            to.Write(Path.Join(".vpc-mirror", "emulator", Path.GetFileName(file)), File.ReadAllText(file));
    }

    private Task<CommandResult> PlanAsync(params string[] more) =>
        _run.RunAsync(["plan", "-f", "m.yaml", "--emulator", "--emulator-seed", "seed.yaml", .. more]);

    private Task<CommandResult> ApplyAsync() => _run.RunAsync("apply", "-f", "m.yaml", "--emulator", "--emulator-seed", "seed.yaml");
}
