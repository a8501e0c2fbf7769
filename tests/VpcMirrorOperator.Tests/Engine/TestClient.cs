using VpcMirrorOperator.AlibabaCloud.Credentials;
using VpcMirrorOperator.AlibabaCloud.Endpoints;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Signing;

namespace VpcMirrorOperator.Tests.Engine;

/// <summary>The real client over a handler in this process.</summary>
internal static class TestClient
{
    public const string Key = "LTAI5tFake";
    public const string Secret = "FakeSecret";

    public static RpcClient Create(HttpMessageHandler handler, TimeProvider time, string noncePrefix = "n") => new(
        new HttpMessageInvoker(handler),
        new StaticCredentialsProvider(Key, Secret),
        new RpcClientOptions
        {
            Endpoints = new EndpointOptions { Overrides = new Dictionary<string, string> { ["Vpc"] = "http://127.0.0.1:18099" } },
        },
        time,
        new CountingNonces(noncePrefix));

    private sealed class CountingNonces(string prefix) : INonceSource
    {
        private int _count;

        public string Create() => $"{prefix}{++_count}";
    }
}
