using Microsoft.Extensions.Logging.Abstractions;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Benchmarks.World;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Lifecycle;
using VpcMirrorOperator.Engine.Tenancy;
using VpcMirrorOperator.Kinds.Filters;
using VpcMirrorOperator.Kinds.Sessions;
using VpcMirrorOperator.Kubernetes.Control;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Kubernetes.Queue;
using VpcMirrorOperator.Simulation.Loop;

namespace VpcMirrorOperator.Benchmarks.Edits;

/// <summary>The product's reconcilers of both kinds, with their queues, controllers, readers and client, as one process.</summary>
internal sealed class OurEdit
{
    private static readonly ObjectKey Key = new("default", "bench");
    private readonly MemoryStore<TrafficMirrorSession> _sessions;
    private readonly MemoryStore<TrafficMirrorFilter> _filters;
    private readonly SimProcess _process;
    private readonly bool _creates;

    public OurEdit(EditWorld world, bool creates)
    {
        (_process, _creates) = (world.Loop.CreateProcess("operator"), creates);
        var time = _process.Time;
        _sessions = new(SessionKind.Resource, (item, metadata) => item with { Metadata = metadata }, time);
        _filters = new(FilterKind.Resource, (item, metadata) => item with { Metadata = metadata }, time);
        // Made before the process begins, so that what is declared at once is not missed.
        var (sessions, filters) = (Queue(_sessions, world.Loop, "sessions"), Queue(_filters, world.Loop, "filters"));
        _process.Start(() =>
        {
            var account = new CloudAccount(Accounts.Default, world.Client(_process), time);
            return Task.WhenAll(RunSessionsAsync(account, sessions, world.Loop), RunFiltersAsync(account, filters, world.Loop));
        });
    }

    /// <summary>Whether both objects are Ready, their latest edit included.</summary>
    public bool IsReady => _sessions.Find(Key) is { Status: { } session } about && _filters.Find(Key) is { Status: { } filter } other
        && session.ObservedGeneration == about.Metadata.Generation && Conditions.IsTrue(session.Conditions, ConditionTypes.Ready)
        && filter.ObservedGeneration == other.Metadata.Generation && Conditions.IsTrue(filter.Conditions, ConditionTypes.Ready);

    /// <summary>Declares both, as <c>kubectl apply</c> does: what is the same is not stored again.</summary>
    public void Declare(DeclaredEdit edit)
    {
        var metadata = new ObjectMeta { Name = Key.Name, Namespace = Key.Namespace };
        var filter = new TrafficMirrorFilterSpec
        {
            RegionId = BenchWorld.Region, TrafficMirrorFilterId = EditWorld.FilterId, IngressRules = edit.Rules,
        };
        var session = new TrafficMirrorSessionSpec
        {
            RegionId = BenchWorld.Region, TrafficMirrorSessionId = _creates ? null : EditWorld.SessionId, SourceIds = edit.Sources,
            Session = edit.Session(EditWorld.FilterId),
        };
        if (_filters.Find(Key) is not { } oldFilter) _filters.Declare(new() { Metadata = metadata, Spec = filter });
        else if (!oldFilter.Spec.IngressRules!.SequenceEqual(edit.Rules)) _filters.Declare(oldFilter with { Spec = filter });
        if (_sessions.Find(Key) is not { } old) _sessions.Declare(new() { Metadata = metadata, Spec = session });
        else if (old.Spec.Session != session.Session) _sessions.Declare(old with { Spec = session });
    }

    private Task RunSessionsAsync(CloudAccount account, WorkQueue<ObjectKey> queue, SimLoop loop)
    {
        var options = new ReconcilerOptions
        {
            Holder = "bench", Tenancy = TenancyRules.Unrestricted, Installation = Installation.Of("bench"), FindFilter = _filters.Find,
        };
        var reconciler = new SessionReconciler(
            _sessions, account.Client, account.Sessions, options, _process.Time, loop.RandomFor("session reconciler"),
            NullLogger.Instance, queue.Resume);
        return RunAsync(queue, reconciler);
    }

    private Task RunFiltersAsync(CloudAccount account, WorkQueue<ObjectKey> queue, SimLoop loop)
    {
        var options = new FilterReconcilerOptions
        {
            Holder = "bench", Tenancy = TenancyRules.Unrestricted, Installation = Installation.Of("bench"),
        };
        var random = loop.RandomFor("filter reconciler");
        return RunAsync(
            queue, new FilterReconciler(_filters, account, options, _process.Time, random, NullLogger.Instance, queue.Resume));
    }

    private Task RunAsync(WorkQueue<ObjectKey> queue, IReconciler reconciler) =>
        new Controller("bench", queue, reconciler, new ControllerOptions(), _process.Time, NullLogger.Instance)
            .RunAsync(CancellationToken.None);

    private WorkQueue<ObjectKey> Queue<T>(MemoryStore<T> store, SimLoop loop, string name)
        where T : class, IResource
    {
        var queue = new WorkQueue<ObjectKey>(_process.Time, loop.RandomFor(name));
        store.Changed += (_, changed, byUser) =>
        {
            if (byUser) _process.Start(() => { queue.Add(Key); return Task.CompletedTask; });
        };
        return queue;
    }
}
