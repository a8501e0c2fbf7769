using VpcMirrorOperator.Commands;

namespace VpcMirrorOperator.Tests.Commands;

public sealed class ProgramNameTests : IAsyncDisposable
{
    private readonly CommandRun _run = new() { Program = "kubectl vpc-mirror" };

    public ValueTask DisposeAsync() => _run.DisposeAsync();

    [Theory]
    [InlineData("/usr/local/bin/vpc-mirror", "vpc-mirror")]
    [InlineData("/home/me/.krew/bin/kubectl-vpc_mirror", "kubectl vpc-mirror")]
    [InlineData("kubectl-vpc_mirror.exe", "kubectl vpc-mirror")]
    [InlineData("artifacts/vpc-mirror.dll", "vpc-mirror")]
    [InlineData(null, "vpc-mirror")]
    public void A_plugin_of_kubectl_is_known_by_its_file_name(string? path, string name) => Assert.Equal(name, ProgramName.Of(path));

    [Theory]
    [InlineData("approve --help", "kubectl vpc-mirror approve <NAME> [options]")]
    [InlineData("--help", "kubectl vpc-mirror [command] [options]")]
    public async Task Help_of_a_plugin_names_the_command_as_it_is_typed(string line, string usage) =>
        Assert.Contains("  " + usage, (await _run.RunAsync(line.Split(' '))).Succeeded(), StringComparison.Ordinal);

    [Fact]
    public async Task Usage_of_a_plugin_names_the_command_as_it_is_typed()
    {
        var result = await _run.RunAsync("approve");

        Assert.Contains("Usage: kubectl vpc-mirror approve <NAME> [options]", result.Errors, StringComparison.Ordinal);
        Assert.Contains("Help: kubectl vpc-mirror approve --help", result.Errors, StringComparison.Ordinal);
    }
}
