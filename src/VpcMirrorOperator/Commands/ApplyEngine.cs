using Microsoft.Extensions.Logging.Abstractions;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Kinds;
using VpcMirrorOperator.Engine.Tenancy;
using VpcMirrorOperator.Kinds.Sessions;
using VpcMirrorOperator.Kubernetes.Control;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Kubernetes.Queue;
using VpcMirrorOperator.Output;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Commands;

/// <summary>The reconciler with its queue and workers, and a note of which objects it has observed.</summary>
internal sealed class ApplyEngine : IReconciler, IApplyEngine
{
    private readonly ManifestObjectStore<TrafficMirrorSession> _store;
    private readonly FirstReads _firstReads;
    private readonly NotedReconciles _reconciles;
    private readonly WorkQueue<ObjectKey> _queue;
    private readonly Controller _controller;
    private readonly CountedWrites<TrafficMirrorSession> _counted;

    /// <param name="store">The declared sessions.</param>
    /// <param name="cloud">Where they are.</param>
    /// <param name="patience">How long a first read that fails for a passing cause is repeated; null for ever, whatever the cause.</param>
    /// <param name="context">The process.</param>
    /// <param name="links">Tells of the filters that sessions refer to.</param>
    /// <param name="events">Is told what happens to objects; null for nobody.</param>
    public ApplyEngine(
        ManifestObjectStore<TrafficMirrorSession> store, CommandCloud cloud, TimeSpan? patience, CommandContext context, KindLinks links,
        ISessionEvents? events = null)
    {
        _store = store;
        var holder = "vpc-mirror-" + context.NewHex(8);
        _counted = new CountedWrites<TrafficMirrorSession>(store, session => session.Status?.Operation, holder, links.Tell);
        links.Offer(_counted);
        var reader = cloud.Account.Sessions;
        foreach (var session in store.List().Select(one => one.Session()).Where(one => one.IsRecorded)) reader.Expect(session);
        _firstReads = new FirstReads(reader, patience, Wake, context.Time);
        var reconciler = SessionRegistration.CreateReconciler(
            _counted, cloud.Account,
            new ReconcilerOptions
            {
                Holder = holder, Tenancy = TenancyRules.Unrestricted, Installation = cloud.Installation,
                FindFilter = links.Find<TrafficMirrorFilter>,
                Policies = new OwningPolicies(links, (_, _) => ValueTask.FromResult(false)),
                FullElsewhere = new InterfaceSessions(cloud.Account.AllSessions).FullElsewhere,
            },
            context,
            NullLogger.Instance, Wake, events);
        _reconciles = new NotedReconciles(reconciler, cloud);
        _queue = new WorkQueue<ObjectKey>(context.Time, context.NewRandom());
        SessionRegistration.FollowFilters(links, store, Wake);
        // A policy makes, changes and deletes sessions.
        links.Follow<TrafficMirrorSession>((old, current) =>
        {
            if (ObjectChange.NeedsReconcile(old, current)) Wake((current ?? old)!.Key());
        });
        _controller = new Controller("apply", _queue, this, new ControllerOptions(), context.Time, NullLogger.Instance);
    }

    /// <summary>Writes that this run asked the cloud for; repeats of one write count once.</summary>
    public int Writes => _counted.Count;

    /// <summary>Works until it is stopped; reconciles under way are finished then.</summary>
    public Task RunAsync(CancellationToken cancellationToken)
    {
        Enqueue(_store.List().Select(s => s.Key()));
        return _controller.RunAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> ReloadAsync(DeclaredObjects declared, CancellationToken cancellationToken)
    {
        var before = _store.List().Select(session => session.Key()).ToHashSet();
        var changed = await _store.ReloadAsync(declared.Sessions, cancellationToken);
        Enqueue(changed);
        return [.. changed.Select(key => $"{key}: " + (_store.Find(key) is null ? "no longer declared; its session stays as it is"
            : before.Contains(key) ? "manifest changed" : "new manifest"))];
    }

    private void Enqueue(IEnumerable<ObjectKey> keys)
    {
        foreach (var key in keys) _queue.Add(key);
    }

    /// <summary>All declared sessions as they stand, in the order of their names.</summary>
    public IReadOnlyList<SessionRow> Rows() =>
        [.. _store.List().OrderBy(s => s.Key()).Select(RowOf)];

    /// <summary>Ends the run when the state folder has become unusable: nothing may be written to the cloud then.</summary>
    /// <exception cref="StateFolderException">It has.</exception>
    public void ThrowIfBroken() => _reconciles.ThrowIfBroken();

    /// <inheritdoc/>
    public async ValueTask<Outcome> ReconcileAsync(ObjectKey key, CancellationToken cancellationToken)
    {
        if (_store.Find(key) is { } session && _firstReads.Try(session) is { } notYet) return notYet;
        return await _reconciles.ReconcileAsync(key, cancellationToken);
    }

    private void Wake(ObjectKey key) => _queue.Add(key);

    public void Dispose() => _queue.Dispose();

    private SessionRow RowOf(TrafficMirrorSession session) =>
        _reconciles.Has(session.Key()) ? SessionRow.Of(session, seen: true) : _firstReads.Row(session);
}
