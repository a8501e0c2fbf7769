using Microsoft.Extensions.Logging.Abstractions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Lifecycle;
using VpcMirrorOperator.Engine.Tenancy;
using VpcMirrorOperator.Kinds.Sessions;
using VpcMirrorOperator.Kubernetes.Control;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Kubernetes.Queue;
using VpcMirrorOperator.Simulation.Loop;

namespace VpcMirrorOperator.Benchmarks.World;

/// <summary>The product's own queue, controller, reconciler, reader and client with their default settings, as one process.</summary>
internal static class BenchOperator
{
    public static SimProcess Start(BenchWorld world, ISessionEvents? events = null, string name = "operator")
    {
        var process = world.Loop.CreateProcess(name);
        var random = world.Loop.RandomFor(name);
        var queue = new WorkQueue<ObjectKey>(process.Time, random);
        world.Store.Changed += (changed, declaredSide) =>
        {
            if (declaredSide) process.Start(() => { queue.Add(changed.Key()); return Task.CompletedTask; });
        };
        process.Start(() =>
        {
            var store = new DirectStore(world.Store, world.Setup.StatusWrite, process.Time);
            var cloud = BenchClient.Create(world, process);
            var reader = new SessionReader(cloud, process.Time);
            var options = new ReconcilerOptions
            {
                Holder = process.Name, Tenancy = TenancyRules.WithoutList, Installation = Installation.Of("bench"),
            };
            var reconciler = new SessionReconciler(
                store, cloud, reader, options, process.Time, random, NullLogger.Instance, queue.Resume, events);
            foreach (var declared in world.InQueueOrder(store.List()))
            {
                reader.Expect(declared.Session());
                queue.AddLowPriority(declared.Key());
            }
            return new Controller("bench", queue, reconciler, new ControllerOptions(), process.Time, NullLogger.Instance)
                .RunAsync(CancellationToken.None);
        });
        return process;
    }
}
