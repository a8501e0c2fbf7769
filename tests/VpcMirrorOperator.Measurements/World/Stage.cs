using Microsoft.Extensions.Logging.Abstractions;
using VpcMirrorOperator.Api.Json;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kinds.Sessions;
using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Informers;
using VpcMirrorOperator.TestSupport.Clusters;

namespace VpcMirrorOperator.Measurements.World;

/// <summary>A cluster with a crowd of sessions in its cloud, and an informer that sees the objects as a user would.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private const int Connections = 8;

    private readonly CancellationTokenSource stop = new();
    private readonly KubeConnection connection;
    private readonly KubeClient client;
    private readonly Task following;

    private Stage(TestCluster cluster)
    {
        Cluster = cluster;
        connection = KubeConfig.Load(cluster.Server.AdminKubeconfig);
        client = new KubeClient(
            connection.Http, connection.Address, "measurements", TimeProvider.System, new Random(1));
        var follow = new InformerOptions<TrafficMirrorSession>
        {
            Resource = SessionKind.Resource.Path, Type = OperatorJson.Default.TrafficMirrorSession, Meta = session => session.Metadata,
        };
        var informer = new Informer<TrafficMirrorSession>(client, follow, TimeProvider.System, new Random(2), NullLogger.Instance);
        informer.Subscribe(Statuses.See);
        following = informer.RunAsync(stop.Token);
        Synced = informer.Synced;
    }

    public TestCluster Cluster { get; }

    /// <summary>Which objects have a status.</summary>
    public StatusCount Statuses { get; } = new();

    private Task Synced { get; }

    /// <param name="sessions">Sessions in the cloud; nothing is declared yet.</param>
    public static async Task<Stage> StartAsync(int sessions)
    {
        var stage = new Stage(await TestCluster.StartAsync(seed: Crowd.Seed(sessions)));
        await stage.Synced;
        return stage;
    }

    /// <summary>Creates the objects of the sessions <paramref name="first"/> to <paramref name="first"/> + <paramref name="count"/> - 1.</summary>
    public async Task DeclareAsync(int first, int count, TimeSpan? driftCheckInterval = null)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = Connections };
        await Parallel.ForAsync(first, first + count, options, async (i, ct) =>
        {
            var declared = Crowd.Declare(i, driftCheckInterval);
            await client.CreateAsync(
                SessionKind.Resource.Path.In(declared.Metadata.Namespace), declared, OperatorJson.Default.TrafficMirrorSession, ct);
        });
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await following;
        connection.Dispose();
        stop.Dispose();
        await Cluster.DisposeAsync();
    }
}
