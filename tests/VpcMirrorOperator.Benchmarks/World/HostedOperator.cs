using Microsoft.Extensions.Logging.Abstractions;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Kinds;
using VpcMirrorOperator.Engine.Lifecycle;
using VpcMirrorOperator.Engine.Tenancy;
using VpcMirrorOperator.Hosting.Metrics;
using VpcMirrorOperator.Kinds.Sessions;
using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Events;
using VpcMirrorOperator.Processes;
using VpcMirrorOperator.Simulation.Loop;

namespace VpcMirrorOperator.Benchmarks.World;

/// <summary>
/// All parts of the operator that keep something for an object, as in the process that is shipped: informer, store, queue, reconciler,
/// reader, events and metrics.
/// </summary>
internal static class HostedOperator
{
    public static SimProcess Start(BenchWorld world, ApiObjects objects)
    {
        var process = world.Loop.CreateProcess("hosted");
        process.Start(() =>
        {
            var metrics = new OperatorMetrics("lease");
            var random = world.Loop.RandomFor("hosted");
            var client = new KubeClient(
                new HttpMessageInvoker(new ApiServer(objects, process.Time)), new Uri("https://127.0.0.1/"), "vpc-mirror-operator",
                process.Time, new Random(1), metrics.Requests);
            var events = new EventRecorder(
                client, new EventRecorderOptions { Controller = "vpcmirror.io/controller", Instance = "hosted" }, process.Time,
                NullLogger.Instance, metrics.Events);
            var kind = new SessionRegistration().Host(new HostContext
            {
                Process = Environment(process, random),
                Holder = "hosted",
                Installation = Installation.Of("hosted"),
                Client = client,
                Accounts = new CloudAccounts(new CloudAccount(Accounts.Default, BenchClient.Create(world, process), process.Time)),
                Events = events,
                MayWrite = () => true,
                Metrics = metrics.Factory,
                Informers = metrics.Informers,
                Loggers = NullLoggerFactory.Instance,
                Namespaces = [],
                Selector = null,
                Tenancy = TenancyRules.WithoutList,
                OwnNamespace = "vpc-mirror-system",
                Workers = 4,
            });
            return Task.WhenAll(
                events.RunAsync(CancellationToken.None), kind.RunInformerAsync(CancellationToken.None), WorkAsync(kind));
        });
        return process;
    }

    private static async Task WorkAsync(IHostedKind kind)
    {
        await kind.Synced;
        await kind.RunControllerAsync(CancellationToken.None);
    }

    private static ProcessEnvironment Environment(SimProcess process, Random random) => new()
    {
        Time = process.Time,
        Variable = _ => null,
        CurrentDirectory = "/",
        RandomBytes = count =>
        {
            var bytes = new byte[count];
            random.NextBytes(bytes);
            return bytes;
        },
    };
}
