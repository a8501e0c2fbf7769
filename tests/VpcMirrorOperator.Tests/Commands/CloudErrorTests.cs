using VpcMirrorOperator.Emulator.Faults;
using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.Tests.Commands;

public sealed class CloudErrorTests : IAsyncDisposable
{
    private readonly CommandRun _run = new();

    public CloudErrorTests() => _run.WriteManifest();

    public ValueTask DisposeAsync() => _run.DisposeAsync();

    [Fact]
    public async Task Missing_credentials()
    {
        _run.Variables.Remove("ALIBABA_CLOUD_ACCESS_KEY_ID");

        await AssertFailsAsync("Client.NoCredentials", "--emulator");
    }

    [Fact]
    public async Task A_wrong_secret()
    {
        _run.Variables["ALIBABA_CLOUD_ACCESS_KEY_SECRET"] = "not-the-secret";

        var result = await AssertFailsAsync("SignatureDoesNotMatch", "Check the access key id, its secret");
        Assert.DoesNotContain("not-the-secret", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_access_key()
    {
        _run.Variables["ALIBABA_CLOUD_ACCESS_KEY_ID"] = "LTAInobody";

        await AssertFailsAsync("InvalidAccessKeyId.NotFound", "Check the access key id, its secret");
    }

    [Fact]
    public async Task A_clock_that_is_an_hour_off()
    {
        _run.Time = new WrongClock();

        await AssertFailsAsync("InvalidTimeStamp.Expired", "Set this machine's clock");
    }

    [Theory]
    [InlineData(403, "Forbidden.RAM", "vpc:ListTrafficMirrorSessions")]
    [InlineData(400, "NoPermission", "vpc:ListTrafficMirrorSessions")]
    [InlineData(400, "OptInRequired.TrafficMirror", "Open the traffic mirror service")]
    [InlineData(404, "InvalidApi.NotFound", "does not serve the VPC API")]
    public async Task A_refusal_of_the_cloud(int status, string code, string remedy)
    {
        _run.Emulator.Faults.Add(new FaultRule { Kind = FaultKind.Error, Status = status, Code = code });

        var result = await _run.RunOnEmulatorAsync("apply", "-f", "m.yaml");

        Assert.Equal(1, result.ExitCode);
        Assert.Matches(
            @"\n  m\.yaml:1: default/web \(cn-hangzhou/tms-a1\): \w+: Cannot read the session: ListTrafficMirrorSessions: " +
            System.Text.RegularExpressions.Regex.Escape(code), result.Printed);
        Assert.Contains(remedy, result.Printed, StringComparison.Ordinal);
        Assert.Empty(_run.Writes);
    }

    [Theory]
    [InlineData("http://example.com")]
    [InlineData("https://example.com/path")]
    [InlineData("::::")]
    [InlineData("ftp://x")]
    public async Task A_malformed_or_unsafe_endpoint(string endpoint)
    {
        var result = await _run.RunAsync("apply", "-f", "m.yaml", "--endpoint", endpoint);

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("error: --endpoint: ", result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Parameter", result.Errors, StringComparison.Ordinal);
    }

    private sealed class WrongClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddHours(1);
    }

    private async Task<CommandResult> AssertFailsAsync(string code, string remedy)
    {
        var result = await _run.RunOnEmulatorAsync("apply", "-f", "m.yaml");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("error: ListTrafficMirrorSessions: " + code, result.Errors, StringComparison.Ordinal);
        Assert.Contains(remedy, result.Errors, StringComparison.Ordinal);
        Assert.Empty(_run.Writes);
        Assert.False(Directory.Exists(Path.Join(_run.Folder, ".vpc-mirror")));
        return result;
    }
}
