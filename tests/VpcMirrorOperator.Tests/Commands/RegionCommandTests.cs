using System.Text.Json.Nodes;

namespace VpcMirrorOperator.Tests.Commands;

/// <summary>Commands that look at a whole region.</summary>
public sealed class RegionCommandTests : IAsyncDisposable
{
    private readonly CommandRun _run = new();

    public ValueTask DisposeAsync() => _run.DisposeAsync();

    [Fact]
    public async Task All_sessions_of_a_region_are_listed_with_what_is_declared()
    {
        _run.WriteManifest();

        var result = await _run.RunOnEmulatorAsync("list", "--region", "cn-hangzhou", "-f", "m.yaml");

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        var lines = result.Printed.Split('\n');
        Assert.Matches("^SESSION +NAME +STATUS +ENABLED +SOURCES +TARGET +FILTER +DECLARED$", lines[0]);
        Assert.Matches("^tms-a1 +.* +Created +yes +2 +.* +yes$", lines[1]);
        Assert.Matches("^tms-b2 +.* +Created +yes +0 +.* +no$", lines[2]);
        Assert.Empty(_run.Writes);
    }

    [Fact]
    public async Task The_list_is_a_document_without_what_was_not_asked()
    {
        var result = await _run.RunOnEmulatorAsync("list", "--region", "cn-hangzhou", "-o", "json");

        var list = JsonNode.Parse(result.Printed)!;
        Assert.Equal(["tms-a1", "tms-b2"], list["items"]!.AsArray().Select(item => (string)item!["trafficMirrorSessionId"]!));
        Assert.Equal(2, (int)list["items"]![0]!["sources"]!);
        Assert.Null(list["items"]![0]!["declared"]);
    }

    [Fact]
    public async Task All_sessions_of_a_region_are_imported_as_they_are()
    {
        var result = await _run.RunOnEmulatorAsync("import", "--all", "--region", "cn-hangzhou", "-o", "all.yaml");

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.Equal(0, (await _run.RunOnEmulatorAsync("plan", "-f", "all.yaml")).ExitCode);
        Assert.Equal(1, (await _run.RunOnEmulatorAsync("import", "--all", "--region", "cn-hangzhou", "-o", "all.yaml")).ExitCode);
    }

    [Fact]
    public async Task A_region_that_the_account_cannot_read_is_an_error_with_its_remedy()
    {
        _run.Variables["ALIBABA_CLOUD_ACCESS_KEY_SECRET"] = "wrong";

        var result = await _run.RunOnEmulatorAsync("list", "--region", "cn-hangzhou");

        Assert.Equal((1, ""), (result.ExitCode, result.Printed));
        Assert.Contains("error: ListTrafficMirrorSessions", result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("import --region cn-hangzhou")]
    [InlineData("import --all tms-a1 --region cn-hangzhou")]
    public async Task Sessions_are_named_or_all_are_taken(string line)
    {
        var result = await _run.RunAsync(line.Split(' '));

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(
            "Name sessions or filters, or take --all of the region, or those with a --tag.", result.Errors, StringComparison.Ordinal);
    }
}
