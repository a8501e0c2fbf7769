using System.Net;
using System.Net.Sockets;

namespace VpcMirrorOperator.Tests.Commands;

public sealed class UsageTests : IAsyncDisposable
{
    private readonly CommandRun _run = new();

    public ValueTask DisposeAsync() => _run.DisposeAsync();

    [Theory]
    [InlineData("aply", "Unknown command 'aply'. Did you mean apply?", "Usage: vpc-mirror ")]
    [InlineData("aply -f x", "Unknown command 'aply'. Did you mean apply?", "Usage: vpc-mirror ")]
    [InlineData("--bogus", "Unknown option '--bogus'.", "Usage: vpc-mirror ")]
    [InlineData("import --region cn-hangzhou tms-a1 --forse", "'--forse' is not a session id", "Usage: vpc-mirror import ")]
    [InlineData("version --ouput json", "Unknown option '--ouput'. Did you mean --output?", "Usage: vpc-mirror version ")]
    [InlineData("controller --metrics-port 9000 --health-port 9000", "--metrics-port and --health-port are both 9000", "controller ")]
    [InlineData("controller --metrics-port 8081", "--metrics-port and --health-port are both 8081", "Usage: vpc-mirror controller ")]
    [InlineData("controller --leader-elect=false --lease-namespace x", "--lease-namespace is of no use with", "vpc-mirror controller ")]
    [InlineData("controller --metrics-port ab --leader-elect=false", "'ab' is not a number of 0 to 65535", "vpc-mirror controller ")]
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
    [InlineData("help")]
    [InlineData("help apply")]
    public async Task Help_is_no_error(string line)
    {
        var result = await _run.RunAsync(line.Split(' '));

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.Contains("Usage:", result.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_without_a_command_shows_the_help_and_is_no_error() =>
        Assert.Equal(await _run.RunAsync("help"), await _run.RunAsync());

    [Fact]
    public async Task Help_of_a_command_is_what_the_command_says_itself()
    {
        var own = (await _run.RunAsync("apply", "--help")).Printed;
        Assert.Equal(
            own.Replace(System.CommandLine.RootCommand.ExecutableName, "vpc-mirror", StringComparison.Ordinal),
            (await _run.RunAsync("help", "apply")).Printed);
        Assert.Equal("error: Unknown command 'aply'. Did you mean apply?\n", (await _run.RunAsync("help", "aply")).Errors);
    }

    [Fact]
    public async Task The_version_is_printed_as_json_too() =>
        Assert.Matches("^{\n  \"version\": \"[0-9.]+\"\n}\n$", (await _run.RunAsync("version", "-o", "json")).Printed);

    [Theory]
    [InlineData("version")]
    [InlineData("--version")]
    public async Task The_version_is_printed(string command)
    {
        var result = await _run.RunAsync(command);

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
        Assert.Contains("error: m.yaml: no TrafficMirrorFilter or TrafficMirrorSession or TrafficMirrorPolicy found.", result.Errors,
            StringComparison.Ordinal);
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
        Assert.Contains(
            "  export ALIBABA_CLOUD_ACCESS_KEY_ID=LTAIemulatordemo\n  export ALIBABA_CLOUD_ACCESS_KEY_SECRET=emulator-demo-secret\n",
            screen.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_emulator_does_not_repeat_the_secrets_of_somebodys_own_seed()
    {
        using var screen = new Screen();
        _run.Screen = screen;
        _run.Write("seed.yaml", CommandRun.Seed);
        var running = _run.RunAsync("emulator", "--seed", "seed.yaml");
        await screen.UntilAsync("Ctrl-C");
        await _run.Interrupt.CancelAsync();
        await running;

        Assert.Contains("The secrets of the accounts are in seed.yaml.", screen.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("test-secret", screen.ToString(), StringComparison.Ordinal);
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
