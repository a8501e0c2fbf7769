using System.Security.Cryptography;
using VpcMirrorOperator.Commands;
using VpcMirrorOperator.TestSupport;
using VpcMirrorOperator.TestSupport.Clusters;

namespace VpcMirrorOperator.IntegrationTests.ClusterCommands;

/// <summary><c>vpc-mirror</c> in this process, as a user of a cluster runs it.</summary>
internal static class ClusterTool
{
    extension(TestCluster cluster)
    {
        /// <summary>Runs a command as the cluster's administrator, without cloud credentials.</summary>
        public Task<CommandResult> ToolAsync(params string[] arguments) =>
            RunAsync(new Dictionary<string, string>(), [.. arguments, "--kubeconfig", cluster.Server.AdminKubeconfig]);

        /// <summary>The same with credentials that may read the cloud.</summary>
        public Task<CommandResult> ToolWithCloudAsync(params string[] arguments) => RunAsync(
            EmulatorCredentials.Variables,
            [.. arguments, "--kubeconfig", cluster.Server.AdminKubeconfig, "--endpoint", cluster.Endpoint.ToString()]);
    }

    /// <summary>Runs a command with exactly these variables.</summary>
    public static async Task<CommandResult> RunAsync(IReadOnlyDictionary<string, string> variables, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync(arguments, new CommandContext
        {
            In = TextReader.Null,
            Out = output,
            Error = error,
            Time = TimeProvider.System,
            Variable = name => name == "ALIBABA_CLOUD_ECS_METADATA_DISABLED" ? "true" : variables.GetValueOrDefault(name),
            CurrentDirectory = Directory.GetCurrentDirectory(),
            RandomBytes = RandomNumberGenerator.GetBytes,
            Interrupted = TestContext.Current.CancellationToken,
        });
        return new CommandResult(code, output.ToString(), error.ToString());
    }
}
