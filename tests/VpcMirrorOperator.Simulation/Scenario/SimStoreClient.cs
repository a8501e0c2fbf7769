using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kinds.Sessions;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Simulation.Loop;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Simulation.Scenario;

/// <summary>
/// One process' view of the store: a cache that follows by watch events with a lag, and writes that take time, and may fail with or
/// without having been stored.
/// </summary>
internal sealed class SimStoreClient : IObjectStore<TrafficMirrorSession>
{
    private readonly SortedDictionary<ObjectKey, TrafficMirrorSession> _cache = [];
    private readonly HashSet<string> _gone = [];
    private readonly Func<TrafficMirrorSession, bool> _sees;
    private readonly Queue<Action> _events = [];
    private TimeSpan _delivered;
    private readonly SimStore _store;
    private readonly SimProcess _process;
    private readonly Random _random;
    private readonly Func<double> _failureRate;
    private readonly Func<double> _slowRate;

    public SimStoreClient(
        SimStore store, SimProcess process, Random random, Func<double> failureRate, Func<double> slowRate,
        Func<TrafficMirrorSession, bool> sees, Action<ObjectKey> onDeclared)
    {
        (_store, _process, _random, _failureRate, _slowRate, _sees) = (store, process, random, failureRate, slowRate, sees);
        foreach (var declared in store.Objects.Where(sees)) _cache[declared.Key()] = declared;
        store.Changed += (changed, declaredSide) => Deliver(changed, () => Follow(changed, declaredSide, onDeclared));
        store.Removed += gone => Deliver(gone, () => Forget(gone, onDeclared));
    }

    public TrafficMirrorSession? Find(ObjectKey key) => _cache.GetValueOrDefault(key);

    public IReadOnlyCollection<TrafficMirrorSession> List() => [.. _cache.Values];

    public IReadOnlyCollection<TrafficMirrorSession> ClaimantsOf(string identity) =>
        [.. _cache.Values.Where(declared => SessionKind.Resource.Identity(declared) == identity)];

    public ValueTask<TrafficMirrorSession> WriteStatusAsync(
        TrafficMirrorSession read, TrafficMirrorSession changed, CancellationToken cancellationToken) =>
        WriteAsync(() => _store.WriteStatus(read, changed.Status!), SimText.Of(changed.Status), cancellationToken);

    public ValueTask<TrafficMirrorSession> WriteFinalizersAsync(
        TrafficMirrorSession read, IReadOnlyList<string> finalizers, CancellationToken cancellationToken) =>
        WriteAsync(() => _store.WriteFinalizers(read, finalizers), $"finalizers [{string.Join(',', finalizers)}]", cancellationToken);

    public ValueTask<TrafficMirrorSession> CreateAsync(TrafficMirrorSession item, CancellationToken cancellationToken) =>
        WriteAsync(() => _store.Create(item), "created", cancellationToken);

    public ValueTask<TrafficMirrorSession> ChangeAsync(
        TrafficMirrorSession read, TrafficMirrorSession changed, CancellationToken cancellationToken) =>
        WriteAsync(() => _store.Change(read, changed), "changed", cancellationToken);

    public async ValueTask DeleteAsync(TrafficMirrorSession read, CancellationToken cancellationToken) => await WriteAsync(
        () =>
        {
            _store.Delete(read);
            return read;
        },
        "deleted", cancellationToken);

    public ValueTask<bool> IsKindGoingAwayAsync(CancellationToken cancellationToken) => ValueTask.FromResult(false);

    private async ValueTask<TrafficMirrorSession> WriteAsync(
        Func<TrafficMirrorSession> write, string what, CancellationToken cancellationToken)
    {
        await Pause(_random.NextDouble() < _slowRate() ? 8000 : 40, cancellationToken);
        if (_random.NextDouble() < _failureRate()) throw new IOException("simulated: the API server cannot be reached");
        var stored = write();
        _process.Trace($"stored {stored.Key()} v{stored.Metadata.ResourceVersion} {what}");
        await Pause(40, cancellationToken);
        if (_random.NextDouble() < _failureRate()) throw new IOException("simulated: the reply of the API server was lost");
        return stored;
    }

    private Task Pause(int milliseconds, CancellationToken cancellationToken) =>
        Task.Delay(TimeSpan.FromMilliseconds(_random.Next(milliseconds)), _process.Time, cancellationToken);

    /// <summary>Watch events come late, but in order, however long the process is paused meanwhile.</summary>
    private void Deliver(TrafficMirrorSession about, Action take)
    {
        if (!_sees(about) || !_process.IsAlive) return;
        var now = _store.Elapsed;
        var due = now + TimeSpan.FromMilliseconds(_random.Next(_random.NextDouble() < 0.02 ? 3000 : 60));
        _delivered = due > _delivered ? due : _delivered + TimeSpan.FromTicks(1);
        _events.Enqueue(take);
        var lag = _delivered - now;
        _process.Start(() => DeliverNextAsync(lag));
    }

    private async Task DeliverNextAsync(TimeSpan lag)
    {
        await Task.Delay(lag, _process.Time);
        _events.Dequeue()();
    }

    private void Forget(TrafficMirrorSession gone, Action<ObjectKey> onDeclared)
    {
        _gone.Add(gone.Metadata.Uid);
        if (_cache.GetValueOrDefault(gone.Key())?.Metadata.Uid == gone.Metadata.Uid) _cache.Remove(gone.Key());
        Tell(gone, onDeclared, claimants: true);
    }

    // Our own write may be known before its event.
    private void Follow(TrafficMirrorSession changed, bool declaredSide, Action<ObjectKey> onDeclared)
    {
        if (_gone.Contains(changed.Metadata.Uid)) return;
        var known = _cache.GetValueOrDefault(changed.Key());
        if (known is null || Version(known) < Version(changed)) _cache[changed.Key()] = changed;
        if (declaredSide) Tell(changed, onDeclared, claimants: known is null);
    }

    /// <summary>As the product's feed does: who owns the session may be decided anew.</summary>
    private void Tell(TrafficMirrorSession changed, Action<ObjectKey> onDeclared, bool claimants)
    {
        onDeclared(changed.Key());
        if (!claimants) return;
        foreach (var other in ClaimantsOf(SessionKind.Resource.Identity(changed)))
            if (other.Key() != changed.Key()) onDeclared(other.Key());
    }

    private static long Version(TrafficMirrorSession declared) =>
        long.Parse(declared.Metadata.ResourceVersion, System.Globalization.CultureInfo.InvariantCulture);
}
