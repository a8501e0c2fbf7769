using Microsoft.Extensions.Logging;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Kinds;
using VpcMirrorOperator.Engine.Lifecycle;
using VpcMirrorOperator.Hosting.Metrics;
using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Events;
using VpcMirrorOperator.Kubernetes.LeaderElection;
using VpcMirrorOperator.Kubernetes.Reviews;
using VpcMirrorOperator.Processes;

namespace VpcMirrorOperator.Hosting;

/// <summary>The operator's parts, put together; nothing runs yet.</summary>
internal sealed class OperatorParts : IDisposable
{
    public OperatorParts(
        IEnumerable<IKindRegistration> kinds, ControllerSettings settings, KubeConnection server, CloudAccounts accounts,
        OperatorMetrics metrics, ILoggerFactory loggers, ProcessEnvironment process)
    {
        var time = process.Time;
        Time = time;
        Holder = $"{process.Variable("POD_NAME") ?? Environment.MachineName}_{process.NewHex(8)}";
        Metrics = metrics;
        var client = new KubeClient(
            server.Http, server.Address, "vpc-mirror-operator", time, process.NewRandom(), metrics.Requests);
        Reviewer = new AccessReviewer(client);
        Election = settings.LeaderElect
            ? new LeaderElector(
                client, Candidate(settings, server), time, process.NewRandom(), loggers.CreateLogger("leader-election"), metrics.Leader)
            : null;
        Events = new EventRecorder(client, Reporter(process), time, loggers.CreateLogger("events"), metrics.Events);
        var installation = Installation.Unknown(ClusterIdentity.NotAskedYet);
        Identity = new ClusterIdentity(client, installation, time, loggers.CreateLogger("process"));
        var context = new HostContext
        {
            Process = process,
            Holder = Holder,
            Installation = installation,
            Client = client,
            Accounts = accounts,
            Events = Events,
            MayWrite = () => Election?.IsLeader ?? true,
            Term = () => Election?.Term ?? 0,
            IsNamespaceEnding = new NamespaceEnds(client).IsEndingAsync,
            Metrics = metrics.Factory,
            Informers = metrics.Informers,
            Loggers = loggers,
            Namespaces = settings.Namespaces,
            Selector = settings.Selector,
            Tenancy = settings.Tenancy.In(settings.Lease(server.Namespace).Namespace),
            OwnNamespace = settings.Lease(server.Namespace).Namespace,
            Workers = settings.Concurrency,
        };
        Kinds = [.. kinds.Select(kind => kind.Host(context))];
        Health = new OperatorHealth(Kinds, Election, time);
    }

    /// <summary>This process, for the lease and for the record of each write.</summary>
    public string Holder { get; }

    /// <summary>Finds out whose the created sessions and filters are.</summary>
    public ClusterIdentity Identity { get; }

    public TimeProvider Time { get; }

    public OperatorMetrics Metrics { get; }

    /// <summary>Says who may read the metrics.</summary>
    public AccessReviewer Reviewer { get; }

    /// <summary>Null when election is off.</summary>
    public LeaderElector? Election { get; }

    public EventRecorder Events { get; }

    public IReadOnlyList<IHostedKind> Kinds { get; }

    public OperatorHealth Health { get; }

    public void Dispose()
    {
        foreach (var kind in Kinds) kind.Dispose();
    }

    private static EventRecorderOptions Reporter(ProcessEnvironment process) =>
        new() { Controller = "vpcmirror.io/controller", Instance = process.Variable("POD_NAME") ?? Environment.MachineName };

    private LeaderElectionOptions Candidate(ControllerSettings settings, KubeConnection server) =>
        new() { Lease = settings.Lease(server.Namespace), Identity = Holder };
}
