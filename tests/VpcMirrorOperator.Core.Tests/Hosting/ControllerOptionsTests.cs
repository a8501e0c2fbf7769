using VpcMirrorOperator.Controller;
using VpcMirrorOperator.Processes;
using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.Core.Tests.Hosting;

public class ControllerOptionsTests
{
    [Theory]
    [InlineData("--concurrency", "0", "not a number of 1 to 256")]
    [InlineData("--metrics-port", "99999", "not a number of 0 to 65535")]
    [InlineData("--bind-address", "here", "not an IP address")]
    [InlineData("--namespaces", "Team A", "not a list of namespaces")]
    [InlineData("--lease-namespace", "A", "not a namespace")]
    [InlineData("--selector", "shard in a", "not a label selector")]
    [InlineData("--log-level", "loud", "not one of trace, debug")]
    [InlineData("--log-format", "xml", "not one of json, text")]
    public async Task A_wrong_value_is_refused_with_the_options_name_and_what_is_right(string option, string value, string problem)
    {
        using var errors = new StringWriter();
        Assert.Equal(1, await RunAsync(errors, option, value));
        Assert.Contains($"{option}: '{value}' is {problem}", errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_context_that_the_kubeconfig_does_not_have_is_an_error_that_names_it()
    {
        using var folder = new TempFolder();
        var file = folder.Write("kubeconfig", "apiVersion: v1\nkind: Config\ncurrent-context: one\n");
        using var errors = new StringWriter();
        Assert.Equal(1, await RunAsync(errors, "--kubeconfig", file, "--context", "another"));
        Assert.Contains("another", errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kubeconfig_that_cannot_be_read_is_an_error_with_its_remedy()
    {
        using var errors = new StringWriter();
        Assert.Equal(1, await RunAsync(errors, "--kubeconfig", "no-such-file"));
        Assert.Contains("no-such-file", errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("--kubeconfig FILE", errors.ToString(), StringComparison.Ordinal);
    }

    private static Task<int> RunAsync(TextWriter errors, params string[] arguments) => ControllerProgram.RunAsync(
        arguments,
        new ProcessEnvironment
        {
            Time = TimeProvider.System,
            Variable = _ => null,
            CurrentDirectory = Path.GetTempPath(),
            RandomBytes = count => new byte[count],
        },
        TextWriter.Null, errors);
}
