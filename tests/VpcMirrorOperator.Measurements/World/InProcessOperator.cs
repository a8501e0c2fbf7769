using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using VpcMirrorOperator.AlibabaCloud.Credentials;
using VpcMirrorOperator.AlibabaCloud.Endpoints;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Signing;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Hosting;
using VpcMirrorOperator.Hosting.Metrics;
using VpcMirrorOperator.Kinds;
using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Processes;
using VpcMirrorOperator.TestSupport.Clusters;

namespace VpcMirrorOperator.Measurements.World;

/// <summary>The operator's parts as <c>vpc-mirror-controller</c> puts them together, in this process.</summary>
internal sealed class InProcessOperator : IDisposable
{
    private readonly ILoggerFactory _loggers = LogSetup.Create(LogLevel.Warning, text: false);
    private readonly KubeConnection _server;
    private readonly HttpMessageInvoker _http;

    public InProcessOperator(TestCluster cluster)
    {
        _server = KubeConfig.Load(cluster.Server.AdminKubeconfig);
        Cloud = new ReplayingCloud(RpcClient.CreateHandler());
        _http = new HttpMessageInvoker(Cloud);
        var settings = new ControllerSettings { LeaderElect = false };
        var metrics = new OperatorMetrics(settings.LeaseName);
        var accounts = new CloudAccounts(new CloudAccount(Accounts.Default, Client(cluster), TimeProvider.System));
        Parts = new OperatorParts(KindRegistry.All, settings, _server, accounts, metrics, _loggers, Environment());
    }

    public ReplayingCloud Cloud { get; }

    public OperatorParts Parts { get; }

    /// <summary>Follows and works until cancelled.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        var following = Task.WhenAll(Parts.Kinds.Select(kind => kind.RunInformerAsync(ct)));
        await Task.WhenAll(Parts.Kinds.Select(kind => kind.Synced));
        await Task.WhenAll(Parts.Kinds.Select(kind => kind.RunControllerAsync(ct)));
        await following;
    }

    public void Dispose()
    {
        Parts.Dispose();
        _http.Dispose();
        _server.Dispose();
        _loggers.Dispose();
    }

    private RpcClient Client(TestCluster cluster)
    {
        var (id, secret) = (
            EmulatorCredentials.Variables["ALIBABA_CLOUD_ACCESS_KEY_ID"], EmulatorCredentials.Variables["ALIBABA_CLOUD_ACCESS_KEY_SECRET"]);
        var endpoints = new EndpointOptions { Overrides = new Dictionary<string, string> { ["Vpc"] = cluster.Endpoint.ToString() } };
        return new RpcClient(
            _http, new StaticCredentialsProvider(id, secret), new RpcClientOptions { Endpoints = endpoints }, TimeProvider.System,
            new RandomNonceSource());
    }

    private static ProcessEnvironment Environment() => new()
    {
        Time = TimeProvider.System,
        Variable = _ => null,
        CurrentDirectory = Directory.GetCurrentDirectory(),
        RandomBytes = RandomNumberGenerator.GetBytes,
    };
}
