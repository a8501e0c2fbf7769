using System.Text.Json.Nodes;
using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.Tests.Commands;

/// <summary>Held changes, told from those that would be made, and approved on the command line.</summary>
public sealed class ApprovalTests : IAsyncDisposable
{
    private readonly CommandRun _run = new();

    /// <summary>One source to add, one to remove, and no removal allowed.</summary>
    public ApprovalTests() => _run.Write("m.yaml", Manifest.WithSpec("safety: {maxRemovals: 0}"));

    public ValueTask DisposeAsync() => _run.DisposeAsync();

    [Fact]
    public async Task Held_changes_have_an_exit_code_of_their_own()
    {
        var plan = await _run.RunOnEmulatorAsync("plan", "-f", "m.yaml", "-o", "json");
        var apply = await _run.RunOnEmulatorAsync("apply", "-f", "m.yaml");

        Assert.Equal((3, 3), (plan.ExitCode, apply.ExitCode));
        Assert.Equal(1, (int)JsonNode.Parse(plan.Printed)!["summary"]!["held"]!);
    }

    [Theory]
    [InlineData("managementPolicy: Observe")]
    [InlineData("suspend: true")]
    public async Task What_is_forbidden_counts_as_held(string line)
    {
        _run.Write("m.yaml", Manifest.WithSpec(line));

        Assert.Equal(3, (await _run.RunOnEmulatorAsync("plan", "-f", "m.yaml")).ExitCode);
        Assert.Equal(3, (await _run.RunOnEmulatorAsync("apply", "-f", "m.yaml")).ExitCode);
    }

    [Fact]
    public async Task A_held_session_beside_one_that_is_wrong_is_a_failure()
    {
        _run.Write("other.yaml", Manifest.With("tms-a1", "tms-nowhere").Replace("name: web", "name: other", StringComparison.Ordinal));

        Assert.Equal(1, (await _run.RunOnEmulatorAsync("plan", "-f", ".")).ExitCode);
        Assert.Equal(1, (await _run.RunOnEmulatorAsync("apply", "-f", ".")).ExitCode);
    }

    [Fact]
    public async Task An_approved_plan_is_carried_out_and_the_approval_is_not_kept()
    {
        var hash = await HashAsync();

        var result = await _run.RunOnEmulatorAsync("apply", "-f", "m.yaml", "--approve", hash);

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.Equal(["eni-a1", "eni-b2"], _run.Emulator.Snapshot().Find("test", "cn-hangzhou", "tms-a1")!.Sources);
        _run.Emulator.ForeignAdd("test", "cn-hangzhou", "tms-a1", ["eni-z9"]);
        await Eventually.TrueAsync(
            () => Task.FromResult(_run.Emulator.Snapshot().Find("test", "cn-hangzhou", "tms-a1")!.Sources.Contains("eni-z9")),
            "it is there again");
        Assert.Equal(3, (await _run.RunOnEmulatorAsync("apply", "-f", "m.yaml")).ExitCode);
    }

    [Fact]
    public async Task A_hash_that_names_no_present_plan_changes_nothing()
    {
        var result = await _run.RunOnEmulatorAsync("apply", "-f", "m.yaml", "--approve", new string('0', 32));

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("no declared session has the plan 00000000000000000000000000000000 now", result.Errors, StringComparison.Ordinal);
        Assert.Empty(_run.Writes);
    }

    [Theory]
    [InlineData("--approve x", "'x' is not the hash of a plan")]
    [InlineData("--watch --approve 00000000", "--approve and --watch exclude each other")]
    public async Task A_wrong_approval_is_a_wrong_command_line(string options, string mistake)
    {
        var result = await _run.RunAsync(["apply", "-f", "m.yaml", .. options.Split(' ')]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(mistake, result.Errors, StringComparison.Ordinal);
    }

    private async Task<string> HashAsync()
    {
        var plan = await _run.RunOnEmulatorAsync("plan", "-f", "m.yaml", "-o", "json");
        return (string)JsonNode.Parse(plan.Printed)!["items"]![0]!["hash"]!;
    }
}
