using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Kubernetes.Control;
using VpcMirrorOperator.Kubernetes.Informers;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Kubernetes.Queue;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Engine.Kinds;

/// <summary>Informer, store, work queue, reconciler and controller of one kind on a Kubernetes API server.</summary>
/// <typeparam name="T">The kind.</typeparam>
internal sealed class HostedKind<T> : IHostedKind
    where T : class, IResource
{
    private readonly Informer<T> _informer;
    private readonly WorkQueue<ObjectKey> _queue;
    private readonly QueueMetrics _queueMetrics;
    private readonly ChangeFeed<T> _feed;
    private readonly Controller _controller;
    private readonly Func<IReadOnlyCollection<T>, TextWriter, Task>? _writeMetricsAsync;
    private readonly Func<CancellationToken, Task>? _runBesideAsync;

    /// <summary>Puts the parts together; nothing runs yet.</summary>
    /// <param name="context">What the process gives to every kind.</param>
    /// <param name="options">What this kind brings along.</param>
    public HostedKind(HostContext context, HostedKindOptions<T> options)
    {
        var (kind, process, time, loggers) = (options.Resource, context.Process, context.Process.Time, context.Loggers);
        Controller = kind.Kind.ToLowerInvariant();
        _informer = new Informer<T>(
            context.Client, Follow(context, kind), time, process.NewRandom(), loggers.CreateLogger("informer"), context.Informers);
        var store = new KubernetesObjectStore<T>(kind, context.Client, _informer, context.MayWrite);
        context.Links.Offer(store);
        _informer.Subscribe(context.Links.Tell);
        _queueMetrics = new QueueMetrics(context.Metrics, Controller);
        _queue = new WorkQueue<ObjectKey>(time, process.NewRandom(), _queueMetrics);
        _feed = new ChangeFeed<T>(kind, _informer, _queue, options.Announce);
        Reconciles = new RunningReconciles(options.CreateReconciler(store, _queue.Resume), time);
        var workers = new ControllerOptions { Workers = context.Workers, InstancePrefix = process.NewHex(4) + "-" };
        _controller = new Controller(
            Controller, _queue, Reconciles, workers, time, loggers.CreateLogger("controller"),
            new ReconcileMetrics(context.Metrics, Controller, context.Workers));
        (_writeMetricsAsync, _runBesideAsync) = (options.WriteMetricsAsync, options.RunBesideAsync);
    }

    /// <inheritdoc/>
    public string Controller { get; }

    /// <inheritdoc/>
    public Task Synced => _informer.Synced;

    /// <inheritdoc/>
    public DateTimeOffset? LastContact => _informer.LastContact;

    /// <inheritdoc/>
    public RunningReconciles Reconciles { get; }

    /// <inheritdoc/>
    public Task RunInformerAsync(CancellationToken cancellationToken) => _runBesideAsync is null
        ? _informer.RunAsync(cancellationToken)
        : Task.WhenAll(_informer.RunAsync(cancellationToken), _runBesideAsync(cancellationToken));

    /// <inheritdoc/>
    public Task RunControllerAsync(CancellationToken cancellationToken)
    {
        _feed.Open();
        return _controller.RunAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public KindScrape Scrape()
    {
        var objects = _informer.List();
        _queueMetrics.Refresh(Reconciles);
        return new KindScrape(objects.Count, output => _writeMetricsAsync?.Invoke(objects, output) ?? Task.CompletedTask);
    }

    /// <summary>Forgets what is queued.</summary>
    public void Dispose() => _queue.Dispose();

    private static InformerOptions<T> Follow(HostContext context, ResourceKind<T> kind) => new()
    {
        Resource = kind.Path,
        Type = kind.Type,
        Meta = item => item.Metadata,
        Namespaces = context.Namespaces,
        LabelSelector = context.Selector,
        Indexes = kind.Indexes,
        Reuse = kind.Reuse,
    };
}
