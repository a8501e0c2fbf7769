using System.Text.Json.Nodes;
using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.TestSupport.ApiServers;

namespace VpcMirrorOperator.Kubernetes.Tests.Support;

/// <summary>A client of a real server, with a namespace of its own.</summary>
internal sealed class RealCluster : IDisposable
{
    private static readonly ResourcePath Namespaces = new("", "v1", "namespaces");
    // The defaults notice a frozen server in 45 s; the mechanism is the same.
    private static readonly KubeConnectionOptions Impatient = new()
    {
        PingDelay = TimeSpan.FromSeconds(2),
        PingTimeout = TimeSpan.FromSeconds(2),
    };

    private static int _last;
    private readonly KubeConnection _connection;
    private readonly RequestLog _log;
    private readonly HttpMessageInvoker _http;

    private RealCluster(KubeConnection connection, string ns)
    {
        (_connection, Namespace, _log) = (connection, ns, new RequestLog(connection.Http));
        _http = new HttpMessageInvoker(_log, disposeHandler: false);
        Client = new KubeClient(_http, connection.Address, "tester", TimeProvider.System, new Random(1));
    }

    /// <summary>What was asked for and how it was answered, in order: method, path and query, status.</summary>
    public IReadOnlyList<string> Requests => _log.Requests;

    public KubeClient Client { get; }

    public string Namespace { get; }

    public ResourcePath Widgets => Widget.Path.In(Namespace);

    public static async Task<RealCluster> OpenAsync(ApiServerFixture server)
    {
        var cluster = new RealCluster(KubeConfig.Load(server.AdminKubeconfig, null, Impatient), $"test-{Interlocked.Increment(ref _last)}");
        var ns = new Widget { Kind = "Namespace", Metadata = new ObjectMeta { Name = cluster.Namespace } };
        await cluster.Client.CreateAsync(Namespaces, ns, WidgetJson.Default.Widget, Patience());
        return cluster;
    }

    /// <summary>A bound for what must not take for ever; nothing is measured by it.</summary>
    public static CancellationToken Patience(int seconds = 60) =>
        CancellationTokenSource.CreateLinkedTokenSource(
            TestContext.Current.CancellationToken,
            new CancellationTokenSource(TimeSpan.FromSeconds(seconds), TimeProvider.System).Token).Token;

    public Task<Widget> Create(string name, string colour = "red") => Client.CreateAsync(
        Widgets,
        new Widget { Metadata = new ObjectMeta { Name = name, Namespace = Namespace }, Data = new() { ["colour"] = colour } },
        WidgetJson.Default.Widget,
        Patience());

    public Task<Widget> Get(string name) => Client.GetAsync(One(name), WidgetJson.Default.Widget, Patience());

    /// <summary>A merge patch, given as JSON.</summary>
    public Task<Widget> Patch(string name, string patch) => Client.PatchAsync(
        One(name), JsonNode.Parse(patch)!.AsObject(), WidgetJson.Default.JsonObject, WidgetJson.Default.Widget, Patience());

    public Task Delete(string name, Preconditions? only) => Client.DeleteAsync(One(name), only, Patience());

    public ResourcePath One(string name) => Widget.Path.Of(new ObjectKey(Namespace, name));

    public void Dispose()
    {
        _http.Dispose();
        _log.Dispose();
        _connection.Dispose();
    }
}
