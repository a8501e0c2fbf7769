using Microsoft.Extensions.Time.Testing;
using VpcMirrorOperator.AlibabaCloud.Credentials;
using VpcMirrorOperator.AlibabaCloud.Endpoints;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Signing;

namespace VpcMirrorOperator.AlibabaCloud.Tests.Doubles;

/// <summary>Clients on virtual time for tests.</summary>
internal static class TestClient
{
    public static readonly DateTimeOffset Start = new(2026, 11, 22, 21, 19, 7, TimeSpan.Zero);

    public static FakeTimeProvider Time() => new(Start);

    public static RpcClient Create(
        ScriptedHandler handler, TimeProvider? time = null, ICredentialsProvider? credentials = null, INonceSource? nonces = null) =>
        new(
            handler.Invoker,
            credentials ?? new StaticCredentialsProvider("LTAI5tFake", "FakeSecret"),
            new RpcClientOptions { Endpoints = At("http://127.0.0.1:18099") },
            time ?? Time(),
            nonces ?? new CountingNonces());

    public static EndpointOptions At(string endpoint) => new() { Overrides = new Dictionary<string, string> { ["Vpc"] = endpoint } };
}
