using VpcMirrorOperator.AlibabaCloud.Credentials;
using VpcMirrorOperator.AlibabaCloud.Endpoints;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.Simulation.Loop;

namespace VpcMirrorOperator.Benchmarks.World;

/// <summary>The product's signed client, with the emulator in the place of the socket.</summary>
internal static class BenchClient
{
    public static RpcClient Create(BenchWorld world, SimProcess process)
    {
        var options = new RpcClientOptions
        {
            // Never connected to; a loopback address is the only one that may be called without TLS.
            Endpoints = new EndpointOptions
            {
                Overrides = new Dictionary<string, string>(StringComparer.Ordinal) { ["Vpc"] = "http://127.0.0.1:9" },
            },
            RateBudget = world.Setup.RateBudget,
        };
        return new RpcClient(
            new HttpMessageInvoker(world.Network.CreateHandler(process, world.Answer)),
            new StaticCredentialsProvider(BenchWorld.AccessKey, BenchWorld.Secret), options, process.Time,
            new CountingNonces(process.Name));
    }
}
