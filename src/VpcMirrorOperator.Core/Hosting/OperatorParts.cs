using Microsoft.Extensions.Logging;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Hosting.Metrics;
using VpcMirrorOperator.Kinds.Sessions;
using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Control;
using VpcMirrorOperator.Kubernetes.Events;
using VpcMirrorOperator.Kubernetes.Informers;
using VpcMirrorOperator.Kubernetes.LeaderElection;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Kubernetes.Queue;
using VpcMirrorOperator.Processes;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Hosting;

/// <summary>The operator's parts, put together; nothing runs yet.</summary>
internal sealed class OperatorParts : IDisposable
{
    private readonly WorkQueue<ObjectKey> _queue;

    public OperatorParts(
        ControllerSettings settings, KubeConnection server, RpcClient cloud, OperatorMetrics metrics, ILoggerFactory loggers, ProcessEnvironment process)
    {
        var time = process.Time;
        Holder = $"{process.Variable("POD_NAME") ?? Environment.MachineName}_{process.NewHex(8)}";
        Metrics = metrics;
        var client = new KubeClient(
            server.Http, server.Address, "vpc-mirror-operator", time, process.NewRandom(), metrics.Requests);
        Informer = new Informer<TrafficMirrorSession>(client, Follow(settings), time, process.NewRandom(), loggers.CreateLogger("informer"), metrics.Informers);
        metrics.Cache = Informer;
        Election = settings.LeaderElect
            ? new LeaderElector(client, Candidate(settings, server), time, process.NewRandom(), loggers.CreateLogger("leader-election"), metrics.Leader)
            : null;
        Events = new EventRecorder(client, Reporter(process), time, loggers.CreateLogger("events"));
        var store = new KubernetesObjectStore<TrafficMirrorSession>(SessionKind.Resource, client, Informer, () => Election?.IsLeader ?? true);
        var reader = new SessionReader(cloud, time);
        _queue = new WorkQueue<ObjectKey>(time, process.NewRandom(), metrics.Queue);
        Feed = new SessionFeed(Informer, _queue, reader);
        var reconciler = new SessionReconciler(
            store, cloud, reader, new ReconcilerOptions { Holder = Holder }, time, process.NewRandom(), loggers.CreateLogger("reconciler"),
            new KubernetesEvents(Events), metrics.Engine);
        Passes = new RunningReconciles(reconciler, time);
        metrics.Running = Passes;
        var options = new ControllerOptions { Workers = settings.Concurrency, InstancePrefix = process.NewHex(4) + "-" };
        Controller = new Controller(ReconcileMetrics.Controller, _queue, Passes, options, time, loggers.CreateLogger("controller"), metrics.Passes);
        Health = new OperatorHealth(Informer, Election, Passes, time);
    }

    /// <summary>This process, for the lease and for the record of each write.</summary>
    public string Holder { get; }

    public OperatorMetrics Metrics { get; }

    public Informer<TrafficMirrorSession> Informer { get; }

    /// <summary>Null when election is off.</summary>
    public LeaderElector? Election { get; }

    public EventRecorder Events { get; }

    public SessionFeed Feed { get; }

    public RunningReconciles Passes { get; }

    public Controller Controller { get; }

    public OperatorHealth Health { get; }

    public void Dispose() => _queue.Dispose();

    private static InformerOptions<TrafficMirrorSession> Follow(ControllerSettings settings) => new()
    {
        Resource = SessionKind.Resource.Path,
        Type = SessionKind.Resource.Type,
        Meta = session => session.Metadata,
        Namespaces = settings.Namespaces,
        LabelSelector = settings.Selector,
        Indexes = SessionKind.Resource.Indexes,
    };

    private static EventRecorderOptions Reporter(ProcessEnvironment process) =>
        new() { Controller = "vpcmirror.io/controller", Instance = process.Variable("POD_NAME") ?? Environment.MachineName };

    private LeaderElectionOptions Candidate(ControllerSettings settings, KubeConnection server) =>
        new() { Lease = settings.Lease(server.Namespace), Identity = Holder };
}
