using System.Net;
using System.Security.Cryptography;
using VpcMirrorOperator.Controller;
using VpcMirrorOperator.Processes;

namespace VpcMirrorOperator.TestSupport.Clusters;

/// <summary><c>vpc-mirror-controller</c> in this process, from its command line on.</summary>
public sealed class RunningController : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly StringWriter _errors = new();
    private readonly ControllerPorts _ports = ControllerPorts.Free();

    private RunningController(TestCluster cluster, string kubeconfig, string[] options) => Ended = ControllerProgram.RunAsync(
        [
            "--kubeconfig", kubeconfig, "--endpoint", cluster.Endpoint.ToString(), .. _ports.Options, "--log-level", "warning", .. options,
        ],
        Environment(), TextWriter.Null, _errors);

    /// <summary>The exit code, once it has ended.</summary>
    public Task<int> Ended { get; }

    public string Errors => _errors.ToString();

    public static Task<RunningController> StartAsync(TestCluster cluster, params string[] options) =>
        StartAsAsync(cluster, cluster.Server.AdminKubeconfig, options);

    /// <summary>Starts it with somebody else's rights.</summary>
    public static async Task<RunningController> StartAsAsync(TestCluster cluster, string kubeconfig, params string[] options)
    {
        var controller = new RunningController(cluster, kubeconfig, options);
        await Eventually.TrueAsync(
            async () => controller.Ended.IsCompleted
                || await controller.StatusAsync("/readyz") == HttpStatusCode.OK, "the controller is ready");
        Assert.False(controller.Ended.IsCompleted, controller.Errors);
        return controller;
    }

    /// <summary>What SIGTERM does.</summary>
    public async Task<int> StopAsync()
    {
        await _stop.CancelAsync();
        return await Ended;
    }

    public Task<HttpStatusCode?> StatusAsync(string path) => _ports.StatusAsync(path);

    public Task<string> MetricsAsync() => _ports.MetricsAsync();

    /// <summary>Reads the metrics of a controller that was started with <c>--metrics-secure true</c>.</summary>
    public Task<(HttpStatusCode Status, string Body)> SecureMetricsAsync(string? token) => _ports.SecureMetricsAsync(token);

    public Task<bool> LeadsAsync() => _ports.LeadsAsync();

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
    }

    private ProcessEnvironment Environment() => new()
    {
        Time = TimeProvider.System,
        Variable = EmulatorCredentials.Variables.GetValueOrDefault,
        CurrentDirectory = Directory.GetCurrentDirectory(),
        RandomBytes = RandomNumberGenerator.GetBytes,
        Interrupted = _stop.Token,
    };
}
