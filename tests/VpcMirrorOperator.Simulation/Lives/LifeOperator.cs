using Microsoft.Extensions.Logging.Abstractions;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Kinds;
using VpcMirrorOperator.Engine.Lifecycle;
using VpcMirrorOperator.Kinds.Filters;
using VpcMirrorOperator.Kinds.Sessions;
using VpcMirrorOperator.Kubernetes.Control;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Kubernetes.Queue;
using VpcMirrorOperator.Processes;
using VpcMirrorOperator.Simulation.Loop;
using VpcMirrorOperator.Simulation.Scenario;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Simulation.Lives;

/// <summary>
/// One running operator with all its kinds: the product's own client, readers, reconcilers, queues and controllers in a process that can
/// crash, put together by the kinds' own registrations.
/// </summary>
internal static class LifeOperator
{
    public static void Start(LifeWorld world, SimProcess process, Random random)
    {
        var links = new KindLinks();
        WorkQueue<ObjectKey>? sessionQueue = null, filterQueue = null;
        var sessions = new SimStoreClient<TrafficMirrorSession>(world.Sessions, process, random, View(
            world, links, SessionKind.Resource, one => SimText.Of(one.Status), key => sessionQueue?.Add(key)));
        var filters = new SimStoreClient<TrafficMirrorFilter>(world.Filters, process, random, View(
            world, links, FilterKind.Resource, one => LifeText.Of(one.Status), key => filterQueue?.Add(key)));
        links.Offer(sessions);
        links.Offer(filters);
        process.Start(async () =>
        {
            sessionQueue = new WorkQueue<ObjectKey>(process.Time, random);
            filterQueue = new WorkQueue<ObjectKey>(process.Time, random);
            var client = SimOperator.Client(world.Network, world.Answer, process, random);
            var account = new CloudAccount(Accounts.Default, client, process.Time);
            var environment = Environment(process, random);
            SessionRegistration.FollowFilters(links, sessions, sessionQueue.Resume);
            var logger = new SimOperator.TraceLogger(process);
            var ofSessions = SessionRegistration.CreateReconciler(
                sessions, account, OfSessions(world, process, links), environment, logger, sessionQueue.Resume);
            var ofFilters = FilterRegistration.CreateReconciler(
                filters, account, OfFilters(world, process, links), environment, logger, filterQueue.Resume);
            foreach (var declared in sessions.List()) sessionQueue.AddLowPriority(declared.Key());
            foreach (var declared in filters.List()) filterQueue.AddLowPriority(declared.Key());
            await Task.WhenAll(Run("s", sessionQueue, ofSessions, process), Run("f", filterQueue, ofFilters, process));
        });
    }

    private static Task Run(string name, WorkQueue<ObjectKey> queue, IReconciler reconciler, SimProcess process) =>
        new Controller(name, queue, reconciler, new ControllerOptions(), process.Time, NullLogger.Instance)
            .RunAsync(CancellationToken.None);

    private static ReconcilerOptions OfSessions(LifeWorld world, SimProcess process, KindLinks links) => new()
    {
        Holder = process.Name, Tenancy = world.Tenancy, Installation = Installation.Of(LifeWorld.Installation),
        FindFilter = links.Find<TrafficMirrorFilter>,
    };

    private static FilterReconcilerOptions OfFilters(LifeWorld world, SimProcess process, KindLinks links) => new()
    {
        Holder = process.Name, Tenancy = world.Tenancy, Installation = Installation.Of(LifeWorld.Installation),
        OwnNamespace = LifeWorld.OwnNamespace, ManagerOf = session => FilterUse.ManagerOf(links, session),
    };

    private static StoreView<T> View<T>(
        LifeWorld world, KindLinks links, ResourceKind<T> kind, Func<T, string> text, Action<ObjectKey> onDeclared)
        where T : class, IResource => new()
    {
        Kind = kind, Text = text, OnDeclared = onDeclared, Links = links, IsGoingAway = () => world.DefinitionsGoneAt is not null,
        FailureRate = () => world.StoreFailureRate, SlowRate = () => world.StoreSlowRate,
    };

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
