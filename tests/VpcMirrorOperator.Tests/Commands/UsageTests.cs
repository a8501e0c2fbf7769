using System.Net;
using System.Net.Sockets;

namespace VpcMirrorOperator.Tests.Commands;

public sealed class UsageTests : IAsyncDisposable
{
    private readonly CommandRun _run = new();

    public ValueTask DisposeAsync() => _run.DisposeAsync();

    [Theory]
    [InlineData("aply", "Unknown command 'aply'.", "Usage: vpc-mirror ")]
    [InlineData("plan -f x --colour", "'--colour'", "Usage: vpc-mirror plan ")]
    [InlineData("plan", "'--file'", "Usage: vpc-mirror plan ")]
    [InlineData("plan -f x -o xml", "'xml' is not one of table, json, yaml", "Usage: vpc-mirror plan ")]
    [InlineData("apply -f x --timeout soon", "'soon' is not a duration", "Usage: vpc-mirror apply ")]
    [InlineData("apply -f x --emulator-reset", "need --emulator", "Usage: vpc-mirror apply ")]
    [InlineData("apply -f x --emulator --endpoint y", "exclude each other", "Usage: vpc-mirror apply ")]
    [InlineData("import tms-a1", "'--region'", "Usage: vpc-mirror import ")]
    [InlineData("import --region Hangzhou tms-a1", "'Hangzhou' is not a region id", "Usage: vpc-mirror import ")]
    [InlineData("import --region cn-hangzhou web", "'web' is not a session id", "Usage: vpc-mirror import ")]
    [InlineData("emulator --port 70000", "'70000' is not a port", "Usage: vpc-mirror emulator ")]
    public async Task A_wrong_command_line_names_the_mistake_and_the_usage(string line, string mistake, string usage)
    {
        var result = await _run.RunAsync(line.Split(' '));

        Assert.Equal((1, ""), (result.ExitCode, result.Printed));
        Assert.StartsWith("error: ", result.Errors, StringComparison.Ordinal);
        Assert.Contains(mistake, result.Errors, StringComparison.Ordinal);
        Assert.Contains(usage, result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("plan --help")]
    [InlineData("apply -h")]
    public async Task Help_is_no_error(string line)
    {
        var result = await _run.RunAsync(line.Split(' '));

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.Contains("Usage:", result.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_version_is_printed()
    {
        var result = await _run.RunAsync("version");

        Assert.Equal(0, result.ExitCode);
        Assert.Matches(@"^vpc-mirror \d+\.\d+\.\d+\r?\n$", result.Printed);
    }

    [Fact]
    public async Task A_folder_without_a_session_is_an_error()
    {
        _run.Write("m.yaml", "apiVersion: v1\nkind: ConfigMap\n");

        var result = await _run.RunAsync("plan", "-f", "m.yaml", "--emulator");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("notice: m.yaml:1: skipped ConfigMap", result.Errors, StringComparison.Ordinal);
        Assert.Contains("error: m.yaml: no TrafficMirrorSession found.", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_emulator_serves_until_it_is_interrupted()
    {
        using var screen = new Screen();
        _run.Screen = screen;
        var running = _run.RunAsync("emulator");
        await screen.UntilAsync("Ctrl-C");
        await _run.Interrupt.CancelAsync();

        Assert.Equal(0, (await running).ExitCode);
        Assert.Contains(
            "account demo: access key id LTAIemulatordemo, regions cn-hangzhou, ap-southeast-1", screen.ToString(),
            StringComparison.Ordinal);
        Assert.DoesNotContain("emulator-demo-secret", screen.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_an_error()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var result = await _run.RunAsync(
            "emulator", "--port", ((IPEndPoint)taken.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("Choose another port", result.Errors, StringComparison.Ordinal);
    }
}
