using Microsoft.Extensions.Logging;
using VpcMirrorOperator.AlibabaCloud.CredentialChain;
using VpcMirrorOperator.AlibabaCloud.CredentialChain.Inputs;
using VpcMirrorOperator.AlibabaCloud.Credentials;
using VpcMirrorOperator.AlibabaCloud.Endpoints;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Signing;
using VpcMirrorOperator.Processes;

namespace VpcMirrorOperator.Cloud;

/// <summary>A client of one account, with the sockets that it uses.</summary>
internal sealed class CloudConnection : IDisposable
{
    private readonly HttpMessageInvoker _http;

    private CloudConnection(HttpMessageInvoker http, RpcClient client) => (_http, Client) = (http, client);

    public RpcClient Client { get; }

    /// <summary>Opens a connection; nothing is called yet.</summary>
    /// <param name="endpoint">VPC endpoint to call instead of the region's; null for the region's.</param>
    /// <param name="process">Where credentials are searched for.</param>
    /// <param name="credentials">Keys to use; null to search for them in the usual places.</param>
    /// <param name="loggers">Log of the calls and of the credentials; null for none.</param>
    /// <param name="metrics">Counts the calls; null for nobody.</param>
    /// <exception cref="StartupException">The endpoint is not one.</exception>
    public static CloudConnection Open(
        string? endpoint, ProcessEnvironment process, ICredentialsProvider? credentials = null, ILoggerFactory? loggers = null,
        IRpcMetrics? metrics = null)
    {
        var http = new HttpMessageInvoker(RpcClient.CreateHandler());
        try
        {
            var client = new RpcClient(
                http, credentials ?? SearchCredentials(http, process, loggers), Options(endpoint), process.Time, new RandomNonceSource(),
                loggers?.CreateLogger<RpcClient>(), metrics);
            return new CloudConnection(http, client);
        }
        catch (ArgumentException e)
        {
            http.Dispose();
            throw new StartupException($"--endpoint: {e.Message}.", e);
        }
    }

    public void Dispose() => _http.Dispose();

    private static RpcClientOptions Options(string? endpoint) => endpoint is null
        ? new RpcClientOptions()
        : new RpcClientOptions { Endpoints = new EndpointOptions { Overrides = Overrides(endpoint) } };

    /// <summary>An emulator and a proxy serve every product; an endpoint of the cloud serves its own.</summary>
    private static Dictionary<string, string> Overrides(string endpoint)
    {
        var overrides = new Dictionary<string, string> { ["Vpc"] = endpoint };
        if (!endpoint.Contains(".aliyuncs.com", StringComparison.OrdinalIgnoreCase)) overrides["Ecs"] = endpoint;
        return overrides;
    }

    private static DefaultCredentialsChain SearchCredentials(
        HttpMessageInvoker http, ProcessEnvironment process, ILoggerFactory? loggers) =>
        new(new CredentialsEnvironment
        {
            Variable = process.Variable,
            HomeDirectory = process.HomeDirectory,
            ReadFile = path => File.Exists(path) ? File.ReadAllText(path) : null,
            Http = http,
            Time = process.Time,
            Nonces = new RandomNonceSource(),
            Logger = loggers?.CreateLogger<DefaultCredentialsChain>(),
        });
}
