using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using VpcMirrorOperator.Commands;

namespace VpcMirrorOperator.ControllerTests.Cluster;

/// <summary><c>vpc-mirror controller</c> in this process, from its command line on.</summary>
internal sealed class RunningController : IAsyncDisposable
{
    private static readonly HttpClient Http = new();
    private readonly CancellationTokenSource stop = new();
    private readonly StringWriter errors = new();
    private readonly int health = FreePort();
    private readonly int metrics = FreePort();

    private RunningController(Cluster cluster, string kubeconfig, string[] options) => Ended = CommandLine.RunAsync(
        [
            "controller", "--kubeconfig", kubeconfig, "--endpoint", cluster.Endpoint.ToString(), "--bind-address", "127.0.0.1",
            "--health-port", Text(health), "--metrics-port", Text(metrics), "--log-level", "warning", .. options,
        ],
        Context());

    /// <summary>The exit code, once it has ended.</summary>
    public Task<int> Ended { get; }

    public string Errors => errors.ToString();

    public static Task<RunningController> StartAsync(Cluster cluster, params string[] options) =>
        StartAsAsync(cluster, cluster.Server.AdminKubeconfig, options);

    /// <summary>Starts it with somebody else's rights.</summary>
    public static async Task<RunningController> StartAsAsync(Cluster cluster, string kubeconfig, params string[] options)
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

    public async Task<HttpStatusCode?> StatusAsync(string path)
    {
        try
        {
            using var response = await Http.GetAsync(new Uri($"http://127.0.0.1:{health}{path}"));
            return response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    public Task<string> MetricsAsync() => Http.GetStringAsync(new Uri($"http://127.0.0.1:{metrics}/metrics"));

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        stop.Dispose();
    }

    private CommandContext Context() => new()
    {
        In = TextReader.Null,
        Out = TextWriter.Null,
        Error = errors,
        Time = TimeProvider.System,
        Variable = name => name switch
        {
            "ALIBABA_CLOUD_ACCESS_KEY_ID" => "LTAIemulatordemo",
            "ALIBABA_CLOUD_ACCESS_KEY_SECRET" => "emulator-demo-secret",
            _ => null,
        },
        CurrentDirectory = Directory.GetCurrentDirectory(),
        RandomBytes = RandomNumberGenerator.GetBytes,
        Interrupted = stop.Token,
    };

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
