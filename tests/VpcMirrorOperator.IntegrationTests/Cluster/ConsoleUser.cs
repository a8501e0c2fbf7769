using VpcMirrorOperator.AlibabaCloud.Credentials;
using VpcMirrorOperator.AlibabaCloud.Endpoints;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Signing;
using VpcMirrorOperator.TestSupport.Clusters;

namespace VpcMirrorOperator.IntegrationTests.Cluster;

/// <summary>Somebody at the console of the cloud, who knows nothing of the cluster.</summary>
internal sealed class ConsoleUser : IDisposable
{
    private readonly HttpMessageInvoker _http = new(RpcClient.CreateHandler());
    private readonly RpcClient _client;

    public ConsoleUser(TestCluster cluster)
    {
        var options = new RpcClientOptions
        {
            Endpoints = new EndpointOptions
            {
                Overrides = new Dictionary<string, string>(StringComparer.Ordinal) { ["Vpc"] = cluster.Endpoint.ToString() },
            },
        };
        var keys = EmulatorCredentials.Variables;
        var credentials = new StaticCredentialsProvider(
            keys["ALIBABA_CLOUD_ACCESS_KEY_ID"], keys["ALIBABA_CLOUD_ACCESS_KEY_SECRET"]);
        _client = new RpcClient(_http, credentials, options, TimeProvider.System, new RandomNonceSource());
    }

    public Task<T> CallAsync<T>(IRpcRequest<T> request)
        where T : IRpcResponse => _client.SendAsync(request, TestContext.Current.CancellationToken);

    public void Dispose() => _http.Dispose();
}
