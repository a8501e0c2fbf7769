using System.Text.Json;
using Moq;
using VpcMirrorOperator.Kubernetes.Informers;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Kubernetes.Retry;
using VpcMirrorOperator.Kubernetes.Tests.Support;

namespace VpcMirrorOperator.Kubernetes.Tests.Informers;

/// <summary>An informer of widgets whose changes are written down as <c>old>new</c> colours.</summary>
internal sealed class InformerRig : IDisposable
{
    /// <summary>How a request for a watch begins; the version follows.</summary>
    public const string WatchFrom = "GET /prefix/api/v1/configmaps?watch=true&allowWatchBookmarks=true&resourceVersion=";

    /// <summary>How a request for a streaming list begins.</summary>
    public const string Streaming = "GET /prefix/api/v1/configmaps?watch=true&allowWatchBookmarks=true&sendInitialEvents=true&";

    private readonly CancellationTokenSource _stop = new();

    public InformerRig(Func<InformerOptions<Widget>, InformerOptions<Widget>>? with = null)
    {
        var options = new InformerOptions<Widget>
        {
            Resource = Widget.Path,
            Type = WidgetJson.Default.Widget,
            Meta = w => w.Metadata,
            Indexes = new Dictionary<string, IndexedBy<Widget>>
            {
                ["colour"] = new(w => w.Data.Where(d => d.Key == "colour").Select(d => d.Value)),
                ["word"] = new(w => w.Data.Values.SelectMany(text => text.Split(' '))),
            },
            StreamsLists = false,
            Backoff = new Backoff(TimeSpan.FromSeconds(0.8), TimeSpan.FromSeconds(30), Factor: 2, Jitter: 0),
        };
        Informer = new Informer<Widget>(Kube.Client, with?.Invoke(options) ?? options, Kube.Time, new Random(1), Kube.Log, Metrics.Object);
        Informer.Subscribe((old, value) => Changes.Add($"{(value ?? old)!.Metadata.Name} {Colour(old)}>{Colour(value)}"));
    }

    public KubeRig Kube { get; } = new();

    public Informer<Widget> Informer { get; }

    public List<string> Changes { get; } = [];

    public Mock<IInformerMetrics> Metrics { get; } = new();

    public List<string> Requests => Kube.Server.Requests;

    public Task Running { get; private set; } = Task.CompletedTask;

    public static ObjectKey Key(string name) => new("ns", name);

    public static string Json(Widget widget) => JsonSerializer.Serialize(widget, WidgetJson.Default.Widget);

    public static string List(string version, params Widget[] items) => List(version, null, items);

    public static string List(string version, string? more, params Widget[] items) =>
        $$"""{"metadata":{"resourceVersion":"{{version}}","continue":"{{more}}"},"items":[{{string.Join(',', items.Select(Json))}}]}""";

    /// <summary>A stream that the informer will be given for its next watch.</summary>
    public WatchBody ThenWatch()
    {
        var body = new WatchBody();
        Kube.Server.Then(ScriptedServer.Stream(body));
        return body;
    }

    /// <summary>Runs it up to the watch that follows the list of these items; their changes are not counted.</summary>
    public WatchBody Sync(params Widget[] items)
    {
        Kube.Server.Then(List("10", items));
        var body = ThenWatch();
        Run();
        Changes.Clear();
        return body;
    }

    public void Run() => Running = Kube.Start(() => Informer.RunAsync(_stop.Token));

    public void Stop() => Kube.Do(_stop.Cancel);

    public void Dispose()
    {
        _stop.Dispose();
        Kube.Dispose();
    }

    private static string Colour(Widget? widget) => widget?.Data.GetValueOrDefault("colour") ?? "-";
}
