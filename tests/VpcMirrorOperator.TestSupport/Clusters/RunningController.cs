using System.Net;
using System.Security.Cryptography;
using VpcMirrorOperator.Controller;
using VpcMirrorOperator.Processes;

namespace VpcMirrorOperator.TestSupport.Clusters;

/// <summary><c>vpc-mirror-controller</c> in this process, from its command line on.</summary>
public sealed class RunningController : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly StringWriter errors = new();
    private readonly ControllerPorts ports = ControllerPorts.Free();

    private RunningController(TestCluster cluster, string kubeconfig, string[] options) => Ended = ControllerProgram.RunAsync(
        [
            "--kubeconfig", kubeconfig, "--endpoint", cluster.Endpoint.ToString(), .. ports.Options, "--log-level", "warning", .. options,
        ],
        Environment(), TextWriter.Null, errors);

    /// <summary>The exit code, once it has ended.</summary>
    public Task<int> Ended { get; }

    public string Errors => errors.ToString();

    public static Task<RunningController> StartAsync(TestCluster cluster, params string[] options) =>
        StartAsAsync(cluster, cluster.Server.AdminKubeconfig, options);

    /// <summary>Starts it with somebody else's rights.</summary>
    public static async Task<RunningController> StartAsAsync(TestCluster cluster, string kubeconfig, params string[] options)
    {
        var controller = new RunningController(cluster, kubeconfig, options);
        await Eventually.TrueAsync(
            async () => controller.Ended.IsCompleted || await controller.StatusAsync("/readyz") == HttpStatusCode.OK, "the controller is ready");
        Assert.False(controller.Ended.IsCompleted, controller.Errors);
        return controller;
    }

    /// <summary>What SIGTERM does.</summary>
    public async Task<int> StopAsync()
    {
        await stop.CancelAsync();
        return await Ended;
    }

    public Task<HttpStatusCode?> StatusAsync(string path) => ports.StatusAsync(path);

    public Task<string> MetricsAsync() => ports.MetricsAsync();

    public Task<bool> LeadsAsync() => ports.LeadsAsync();

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        stop.Dispose();
    }

    private ProcessEnvironment Environment() => new()
    {
        Time = TimeProvider.System,
        Variable = EmulatorCredentials.Variables.GetValueOrDefault,
        CurrentDirectory = Directory.GetCurrentDirectory(),
        RandomBytes = RandomNumberGenerator.GetBytes,
        Interrupted = stop.Token,
    };
}
