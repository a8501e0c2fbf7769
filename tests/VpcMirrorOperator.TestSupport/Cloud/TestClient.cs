using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using VpcMirrorOperator.AlibabaCloud.Credentials;
using VpcMirrorOperator.AlibabaCloud.Endpoints;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Signing;

namespace VpcMirrorOperator.TestSupport.Cloud;

/// <summary>The product's signed client, over a handler in the place of the network, on virtual time.</summary>
public static class TestClient
{
    public const string Key = "LTAI5tFake";
    public const string Secret = "FakeSecret";

    /// <summary>When the clocks of <see cref="Time"/> start.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 22, 21, 19, 7, TimeSpan.Zero);

    public static FakeTimeProvider Time() => new(Start);

    public static RpcClient Create(
        HttpMessageHandler handler, TimeProvider? time = null, ICredentialsProvider? credentials = null, INonceSource? nonces = null,
        ILogger<RpcClient>? logger = null, string endpoint = "http://127.0.0.1:18099") =>
        new(
            new HttpMessageInvoker(handler),
            credentials ?? new StaticCredentialsProvider(Key, Secret),
            // Never connected to; a loopback address is the only one that may be called without TLS.
            new RpcClientOptions { Endpoints = At(endpoint) },
            time ?? Time(),
            nonces ?? new CountingNonces(),
            logger);

    public static EndpointOptions At(string endpoint) => new()
    {
        Overrides = new Dictionary<string, string> { ["Vpc"] = endpoint, ["Ecs"] = endpoint },
    };
}
