using System.CommandLine;
using VpcMirrorOperator.Controller;
using VpcMirrorOperator.Hosting;
using VpcMirrorOperator.Processes;
using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.Core.Tests.Hosting;

public class ControllerOptionsTests
{
    [Theory]
    [InlineData("--concurrency", "0", "not a number of 1 to 256")]
    [InlineData("--metrics-port", "99999", "not a number of 0 to 65535")]
    [InlineData("--metrics-port", "many", "not a number of 0 to 65535")]
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

    [Theory]
    [InlineData(true, "", true)]
    [InlineData(false, "", false)]
    [InlineData(true, "--log-format=json", false)]
    [InlineData(false, "--log-format=text", true)]
    public void The_log_is_text_on_a_terminal_and_JSON_elsewhere_unless_told_otherwise(bool terminal, string option, bool text)
    {
        var options = new ControllerOptionSet();
        var command = new RootCommand();
        options.AddTo(command);

        var settings = options.Read(command.Parse(option), Process(_ => null) with { LogsToTerminal = terminal });

        Assert.Equal(text, settings.TextLog);
    }

    [Fact]
    public void A_pod_is_known_by_the_address_of_its_API_server_and_files_are_found_from_the_current_folder()
    {
        var pod = Read(
            name => name == "KUBERNETES_SERVICE_HOST" ? "10.0.0.1" : null, "--metrics-secure", "true", "--metrics-cert-dir", "c");
        Assert.Equal((true, true, Path.Join(Path.GetTempPath(), "c")), (pod.InPod, pod.MetricsSecure, pod.MetricsCertificates));
        var elsewhere = Read(_ => null);
        Assert.Equal((false, null, null, null), (elsewhere.InPod, elsewhere.MetricsSecure, elsewhere.MetricsPort, elsewhere.BindAddress));
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

    [Fact]
    public async Task A_tenancy_file_that_is_missing_or_wrong_ends_the_start_with_its_place_and_remedy()
    {
        using var errors = new StringWriter();
        Assert.Equal(1, await RunAsync(errors, "--tenancy-file", "no-such-file"));
        Assert.Contains("no-such-file cannot be read", errors.ToString(), StringComparison.Ordinal);

        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "namespaces:\n  team-a: {regions: [cn-a], sessions: [tms-a], select: All}\n", Ct);
        Assert.Equal(1, await RunAsync(errors, "--tenancy-file", file));
        Assert.Contains($"{file}:2:", errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("namespaces.team-a.select", errors.ToString(), StringComparison.Ordinal);
        File.Delete(file);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static Task<int> RunAsync(TextWriter errors, params string[] arguments) =>
        ControllerProgram.RunAsync(arguments, Process(_ => null), TextWriter.Null, errors);

    private static ControllerSettings Read(Func<string, string?> variable, params string[] arguments)
    {
        var (options, command) = (new ControllerOptionSet(), new RootCommand());
        options.AddTo(command);
        return options.Read(command.Parse(arguments), Process(variable));
    }

    private static ProcessEnvironment Process(Func<string, string?> variable) => new()
    {
        Time = TimeProvider.System,
        Variable = variable,
        CurrentDirectory = Path.GetTempPath(),
        RandomBytes = count => new byte[count],
    };
}
