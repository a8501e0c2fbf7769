using VpcMirrorOperator.AlibabaCloud.Credentials;
using VpcMirrorOperator.AlibabaCloud.Endpoints;
using VpcMirrorOperator.AlibabaCloud.RateLimiting;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.Simulation.Loop;

namespace VpcMirrorOperator.Benchmarks.World;

/// <summary>The product's signed client, with the emulator in the place of the socket.</summary>
internal static class BenchClient
{
    public static RpcClient Create(BenchWorld world, SimProcess process) =>
        Create(process, world.Network.CreateHandler(process, world.Answer), world.Setup.RateBudget);

    public static RpcClient Create(SimProcess process, HttpMessageHandler cloud, RateBudgetOptions budget)
    {
        var options = new RpcClientOptions
        {
            // Never connected to; a loopback address is the only one that may be called without TLS.
            Endpoints = new EndpointOptions
            {
                Overrides = new Dictionary<string, string>(StringComparer.Ordinal) { ["Vpc"] = "http://127.0.0.1:9" },
            },
            RateBudget = budget,
        };
        return new RpcClient(
            new HttpMessageInvoker(cloud),
            new StaticCredentialsProvider(BenchWorld.AccessKey, BenchWorld.Secret), options, process.Time,
            new CountingNonces(process.Name));
    }
}
