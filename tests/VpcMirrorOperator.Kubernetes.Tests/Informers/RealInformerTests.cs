using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Moq;
using VpcMirrorOperator.Kubernetes.Informers;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Kubernetes.Tests.Support;
using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.Kubernetes.Tests.Informers;

/// <summary>Breaks its servers, so they are its own; the tests run one after the other.</summary>
public class RealInformerTests(ApiServers servers)
{
    [Theory, MemberData(nameof(ApiServers.Versions), MemberType = typeof(ApiServers))]
    public async Task The_copy_follows_over_a_restart_an_etcd_outage_and_deletions_that_nobody_saw(string version)
    {
        var server = await servers.GetAsync(version, "broken");
        using var cluster = await RealCluster.OpenAsync(server);
        await cluster.Create("before");
        await cluster.Create("doomed");
        await using var run = await Start(cluster);

        await server.RestartAsync();
        await cluster.Create("after");
        await Eventually.TrueAsync(() => run.Has("after"), "the new object is seen");

        server.StopEtcd();
        server.StartEtcd();
        await Retry(() => cluster.Client.DeleteAsync(cluster.One("doomed"), null, RealCluster.Patience(10)));
        await Eventually.TrueAsync(() => !run.Has("doomed"), "the deletion is seen");
        Assert.Equal(["after ->x", "before ->x", "doomed ->x", "doomed x>-"], run.Changes.Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(ApiServers.Versions), MemberType = typeof(ApiServers))]
    public async Task A_frozen_server_is_noticed_and_the_copy_goes_on_after_it(string version)
    {
        var server = await servers.GetAsync(version, "broken");
        using var cluster = await RealCluster.OpenAsync(server);
        await using var run = await Start(cluster);
        server.Freeze();
        try
        {
            await Eventually.TrueAsync(() => run.Failures > 0, "the frozen server is noticed");
        }
        finally
        {
            server.Thaw();
        }

        await Retry(() => cluster.Create("after"));
        await Eventually.TrueAsync(() => run.Has("after"), "the new object is seen");
    }

    [Theory, MemberData(nameof(ApiServers.Versions), MemberType = typeof(ApiServers))]
    public async Task Only_matching_objects_of_the_namespaces_are_followed(string version)
    {
        var server = await servers.GetAsync(version);
        using var cluster = await RealCluster.OpenAsync(server);
        using var other = await RealCluster.OpenAsync(server);
        using var unwatched = await RealCluster.OpenAsync(server);
        await using var run = await Start(
            cluster, o => o with { LabelSelector = "shard=1", Namespaces = [cluster.Namespace, other.Namespace] });
        foreach (var each in new[] { cluster, other, unwatched }) await each.Create("a");
        Assert.Empty(run.Informer.List());
        foreach (var each in new[] { unwatched, cluster, other }) await Label(each, "1");
        await Eventually.TrueAsync(() => run.Informer.List().Count == 2, "both labelled objects are seen");
        await Label(cluster, "2");
        await Eventually.TrueAsync(() => run.Informer.List().Count == 1, "the other label is seen");
        Assert.Equal(other.Namespace, run.Informer.List()[0].Metadata.Namespace);
    }

    private static Task<Widget> Label(RealCluster cluster, string shard) => cluster.Client.PatchAsync(
        cluster.One("a"), new JsonObject { ["metadata"] = new JsonObject { ["labels"] = new JsonObject { ["shard"] = shard } } },
        WidgetJson.Default.JsonObject, WidgetJson.Default.Widget, RealCluster.Patience());

    private static async Task Retry(Func<Task> call)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await call();
                return;
            }
            catch (Kubernetes.Client.KubeApiException) when (attempt < 30)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, RealCluster.Patience());
            }
        }
    }

    private static async Task<Run> Start(RealCluster cluster, Func<InformerOptions<Widget>, InformerOptions<Widget>>? with = null)
    {
        var options = new InformerOptions<Widget>
        {
            Resource = Widget.Path,
            Type = WidgetJson.Default.Widget,
            Meta = w => w.Metadata,
            Namespaces = [cluster.Namespace],
            PageSize = 2,
        };
        var run = new Run(cluster, with?.Invoke(options) ?? options);
        await run.Informer.Synced.WaitAsync(RealCluster.Patience());
        return run;
    }

    private sealed class Run : IAsyncDisposable
    {
        private readonly CancellationTokenSource _stop = new();
        private readonly RealCluster _cluster;
        private readonly Task _running;
        private int _failures;

        public Run(RealCluster cluster, InformerOptions<Widget> options)
        {
            _cluster = cluster;
            var metrics = new Mock<IInformerMetrics>();
            metrics.Setup(m => m.Failed()).Callback(() => Interlocked.Increment(ref _failures));
            Informer = new Informer<Widget>(
                cluster.Client, options, TimeProvider.System, new Random(1), new RecordedLog(), metrics.Object);
            Informer.Subscribe((old, value) => Changes.Add($"{(value ?? old)!.Metadata.Name} {Mark(old)}>{Mark(value)}"));
            _running = Informer.RunAsync(_stop.Token);
        }

        public Informer<Widget> Informer { get; }

        public ConcurrentBag<string> Changes { get; } = [];

        public int Failures => Volatile.Read(ref _failures);

        public bool Has(string name) => Informer.Find(new ObjectKey(_cluster.Namespace, name)) is not null;

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            await _running;
            _stop.Dispose();
        }

        private static string Mark(Widget? widget) => widget is null ? "-" : "x";
    }
}
