using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using VpcMirrorOperator.Api.Json;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kinds.Sessions;
using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Informers;
using VpcMirrorOperator.Storage;
using VpcMirrorOperator.TestSupport.Clusters;

namespace VpcMirrorOperator.Measurements.World;

/// <summary>A cluster with a crowd of sessions in its cloud, and an informer that sees the objects as a user would.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private const int Connections = 8;

    private readonly CancellationTokenSource _stop = new();
    private readonly KubeConnection _connection;
    private readonly KubeClient _client;
    private readonly Task _following;

    private Stage(TestCluster cluster)
    {
        Cluster = cluster;
        _connection = KubeConfig.Load(cluster.Server.AdminKubeconfig);
        _client = new KubeClient(
            _connection.Http, _connection.Address, "measurements", TimeProvider.System, new Random(1));
        var follow = new InformerOptions<TrafficMirrorSession>
        {
            Resource = SessionKind.Resource.Path, Type = OperatorJson.Default.TrafficMirrorSession, Meta = session => session.Metadata,
        };
        var informer = new Informer<TrafficMirrorSession>(_client, follow, TimeProvider.System, new Random(2), NullLogger.Instance);
        informer.Subscribe(Statuses.See);
        _following = informer.RunAsync(_stop.Token);
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

    /// <summary>
    /// Creates the objects of the sessions <paramref name="first"/> to <paramref name="first"/> + <paramref name="count"/> - 1, each with
    /// an annotation of <paramref name="note"/> characters.
    /// </summary>
    public async Task DeclareAsync(int first, int count, TimeSpan? driftCheckInterval = null, int note = 0)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = Connections };
        await Parallel.ForAsync(first, first + count, options, async (i, ct) =>
        {
            var declared = Crowd.Declare(i, driftCheckInterval, note);
            await _client.CreateAsync(
                SessionKind.Resource.Path.In(declared.Metadata.Namespace), declared, OperatorJson.Default.TrafficMirrorSession, ct);
        });
    }

    /// <summary>Deletes objects, as a user does.</summary>
    public async Task DeleteAsync(int first, int count)
    {
        for (var i = first; i < first + count; i++) await _client.DeleteAsync(PathOf(i), null, CancellationToken.None);
    }

    /// <summary>Gives objects another source for one of their own.</summary>
    public async Task EditAsync(int first, int count)
    {
        for (var i = first; i < first + count; i++)
        {
            var sources = new JsonArray([.. Crowd.OtherSources(i).Select(id => JsonValue.Create(id))]);
            await _client.PatchAsync(
                PathOf(i), new JsonObject { ["spec"] = new JsonObject { ["sourceIds"] = sources } }, StoreJson.Default.JsonObject,
                OperatorJson.Default.TrafficMirrorSession, CancellationToken.None);
        }
    }

    private static ResourcePath PathOf(int index) => SessionKind.Resource.Path.Of(Crowd.Declare(index, null).Metadata.Key);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _following;
        _connection.Dispose();
        _stop.Dispose();
        await Cluster.DisposeAsync();
    }
}
