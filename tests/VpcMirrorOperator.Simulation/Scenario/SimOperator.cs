using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging;
using VpcMirrorOperator.AlibabaCloud.Credentials;
using VpcMirrorOperator.AlibabaCloud.Endpoints;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Signing;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Lifecycle;
using VpcMirrorOperator.Kinds.Sessions;
using VpcMirrorOperator.Kubernetes.Control;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Kubernetes.Queue;
using VpcMirrorOperator.Simulation.Loop;
using VpcMirrorOperator.Simulation.Network;

namespace VpcMirrorOperator.Simulation.Scenario;

/// <summary>One running operator: the product's own client, reader, reconciler, queue and controller in a process that can crash.</summary>
internal static class SimOperator
{
    public static void Start(MirrorWorld world, SimProcess process, Random random, Func<TrafficMirrorSession, bool> sees)
    {
        WorkQueue<ObjectKey>? queue = null;
        var store = new SimStoreClient<TrafficMirrorSession>(world.Store, process, random, new StoreView<TrafficMirrorSession>
        {
            Kind = SessionKind.Resource, Text = declared => SimText.Of(declared.Status), Sees = sees,
            FailureRate = () => world.StoreFailureRate, SlowRate = () => world.StoreSlowRate, OnDeclared = key => queue?.Add(key),
        });
        process.Start(async () =>
        {
            queue = new WorkQueue<ObjectKey>(process.Time, random);
            var cloud = Client(world.Network, world.Answer, process, random);
            var reader = new SessionReader(cloud, process.Time);
            var options = new ReconcilerOptions
            {
                Holder = process.Name, Tenancy = world.Tenancy, Installation = Installation.Of("sim"), SparesResting = world.SparesResting,
            };
            var memories = new SessionMemories();
            world.Memories.Add(memories);
            var reconciler = new SessionReconciler(
                store, cloud, reader, options, process.Time, random, new TraceLogger(process), queue.Resume, memories: memories);
            var controller = new Controller("sim", queue, reconciler, new ControllerOptions(), process.Time, NullLogger.Instance);
            foreach (var declared in store.List()) queue.AddLowPriority(declared.Key());
            await controller.RunAsync(CancellationToken.None);
        });
    }

    /// <summary>The product's client in a process, over a simulated network.</summary>
    public static RpcClient Client(
        SimNetwork network, Func<SimHttpRequest, SimHttpResponse?> server, SimProcess process, Random random)
    {
        var handler = network.CreateHandler(process, server);
        var endpoints = new EndpointOptions
        {
            Overrides = new Dictionary<string, string>(StringComparer.Ordinal) { ["Vpc"] = "http://127.0.0.1:9" },
        };
        return new RpcClient(
            new HttpMessageInvoker(handler), new StaticCredentialsProvider(MirrorWorld.AccessKey, MirrorWorld.Secret),
            new RpcClientOptions { Endpoints = endpoints }, process.Time, new SimNonces(process.Name, random));
    }

    private sealed class SimNonces(string process, Random random) : INonceSource
    {
        private int _count;

        public string Create() => $"{process}{++_count}x{random.NextInt64():x}";
    }

    /// <summary>Writes the log of a process into the trace.</summary>
    internal sealed class TraceLogger(SimProcess process) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            process.Trace(formatter(state, exception));
    }
}
