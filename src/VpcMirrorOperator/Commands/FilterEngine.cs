using Microsoft.Extensions.Logging.Abstractions;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Engine.Kinds;
using VpcMirrorOperator.Engine.Tenancy;
using VpcMirrorOperator.Kinds.Filters;
using VpcMirrorOperator.Kubernetes.Control;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Kubernetes.Queue;
using VpcMirrorOperator.Output;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Commands;

/// <summary>The declared filters with the reconciler that also runs in a cluster, its queue and its workers.</summary>
internal sealed class FilterEngine : IApplyEngine
{
    private readonly ManifestObjectStore<TrafficMirrorFilter> _store;
    private readonly CommandContext _context;
    private readonly TimeSpan? _patience;
    private readonly long _started;
    private readonly NotedReconciles _reconciles;
    private readonly WorkQueue<ObjectKey> _queue;
    private readonly Controller _controller;
    private readonly CountedWrites<TrafficMirrorFilter> _counted;

    /// <param name="store">The declared filters.</param>
    /// <param name="cloud">Where they are.</param>
    /// <param name="patience">How long reads that fail for a passing cause are waited for; null for ever.</param>
    /// <param name="context">The process.</param>
    /// <param name="links">Tells the sessions of filters.</param>
    /// <param name="events">Is told what happens to objects; null for nobody.</param>
    public FilterEngine(
        ManifestObjectStore<TrafficMirrorFilter> store, CommandCloud cloud, TimeSpan? patience, CommandContext context, KindLinks links,
        FilterEvent? events = null)
    {
        (_store, _context, _patience, _started) = (store, context, patience, context.Time.GetTimestamp());
        var holder = "vpc-mirror-" + context.NewHex(8);
        _counted = new CountedWrites<TrafficMirrorFilter>(store, filter => filter.Status?.Operation, holder, links.Tell);
        links.Offer(_counted);
        _queue = new WorkQueue<ObjectKey>(context.Time, context.NewRandom());
        var reconciler = FilterRegistration.CreateReconciler(
            _counted, cloud.Account, Options(holder, cloud, links), context, NullLogger.Instance,
            key => _queue.Add(key), events);
        _reconciles = new NotedReconciles(reconciler, cloud);
        _controller = new Controller("apply", _queue, _reconciles, new ControllerOptions(), context.Time, NullLogger.Instance);
    }

    private static FilterReconcilerOptions Options(string holder, CommandCloud cloud, KindLinks links) => new()
    {
        Holder = holder, Tenancy = TenancyRules.Unrestricted, Installation = cloud.Installation,
        ManagerOf = session => FilterUse.ManagerOf(links, session),
    };

    /// <inheritdoc/>
    public int Writes => _counted.Count;

    /// <summary>The store of the filters of a state folder: beside those of the sessions, which may have the same names.</summary>
    /// <param name="stateFolder">The folder of the command.</param>
    /// <param name="context">The process.</param>
    public static StateFolder FolderIn(string stateFolder, CommandContext context) =>
        new(Path.Join(stateFolder, FilterKind.Resource.Path.Plural), context.Time);

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var filter in _store.List()) _queue.Add(filter.Key());
        return _controller.RunAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public IReadOnlyList<SessionRow> Rows() => [.. _store.List().OrderBy(filter => filter.Key()).Select(RowOf)];

    /// <inheritdoc/>
    public void ThrowIfBroken() => _reconciles.ThrowIfBroken();

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> ReloadAsync(DeclaredObjects declared, CancellationToken cancellationToken)
    {
        var before = _store.List().Select(filter => filter.Key()).ToHashSet();
        var changed = await _store.ReloadAsync(declared.Filters, cancellationToken);
        foreach (var key in changed) _queue.Add(key);
        return [.. changed.Select(key => $"{key}: " + (_store.Find(key) is null ? "no longer declared; its filter stays as it is"
            : before.Contains(key) ? "manifest changed" : "new manifest"))];
    }

    /// <inheritdoc/>
    public void Dispose() => _queue.Dispose();

    /// <summary>A filter that this run could not read for too long is given up, so that the command ends.</summary>
    private SessionRow RowOf(TrafficMirrorFilter filter)
    {
        var row = FilterRow.Of(filter, _reconciles.Has(filter.Key()));
        var isGivenUp = row.Progress == SessionProgress.Working && CloudTrouble.IsReason(row.Reason)
            && _patience is { } limit && _context.Time.GetElapsedTime(_started) >= limit;
        return isGivenUp ? row with { Progress = SessionProgress.Blocked } : row;
    }
}
