using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Engine.Kinds;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Simulation.Loop;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Simulation.Scenario;

/// <summary>
/// One process' view of the store: a cache that follows by watch events with a lag, and writes that take time, and may fail with or
/// without having been stored.
/// </summary>
internal sealed class SimStoreClient<T> : IObjectStore<T>
    where T : class, IResource
{
    private readonly SortedDictionary<ObjectKey, T> _cache = [];
    private readonly HashSet<string> _gone = [];
    private readonly Queue<Action> _events = [];
    private TimeSpan _delivered;
    private readonly ObjectServer<T> _store;
    private readonly SimProcess _process;
    private readonly Random _random;
    private readonly StoreView<T> _view;

    public SimStoreClient(ObjectServer<T> store, SimProcess process, Random random, StoreView<T> view)
    {
        (_store, _process, _random, _view) = (store, process, random, view);
        foreach (var declared in store.Objects.Where(view.Sees)) _cache[declared.Metadata.Key] = declared;
        store.Changed += (changed, declaredSide) => Deliver(changed, () => Follow(changed, declaredSide));
        store.Removed += gone => Deliver(gone, () => Forget(gone));
    }

    public T? Find(ObjectKey key) => _cache.GetValueOrDefault(key);

    public IReadOnlyCollection<T> List() => [.. _cache.Values];

    public IReadOnlyCollection<T> ClaimantsOf(string identity) =>
        [.. _cache.Values.Where(declared => _view.Kind.Identity(declared) == identity)];

    public ValueTask<T> WriteStatusAsync(
        T read, T changed, CancellationToken cancellationToken) =>
        WriteAsync(() => _store.WriteStatus(read, changed), _view.Text(changed), cancellationToken);

    public ValueTask<T> WriteFinalizersAsync(
        T read, IReadOnlyList<string> finalizers, CancellationToken cancellationToken) =>
        WriteAsync(() => _store.WriteFinalizers(read, finalizers), $"finalizers [{string.Join(',', finalizers)}]", cancellationToken);

    public ValueTask<T> CreateAsync(T item, CancellationToken cancellationToken) =>
        WriteAsync(() => _store.Create(item), "created", cancellationToken);

    public ValueTask<T> ChangeAsync(
        T read, T changed, CancellationToken cancellationToken) =>
        WriteAsync(() => _store.Change(read, changed), "changed", cancellationToken);

    public async ValueTask DeleteAsync(T read, CancellationToken cancellationToken) => await WriteAsync(
        () =>
        {
            _store.Delete(read);
            return read;
        },
        "deleted", cancellationToken);

    public ValueTask<T> AnnotateAsync(T read, string name, string value, CancellationToken cancellationToken) => _view.Links is null
        ? ValueTask.FromResult(read)
        : WriteAsync(() => _store.AnnotateFenced(read, name, value), $"{name}: {value}", cancellationToken);

    public ValueTask<bool> IsKindGoingAwayAsync(CancellationToken cancellationToken) => ValueTask.FromResult(_view.IsGoingAway());

    private async ValueTask<T> WriteAsync(
        Func<T> write, string what, CancellationToken cancellationToken)
    {
        await Pause(_random.NextDouble() < _view.SlowRate() ? 8000 : 40, cancellationToken);
        if (_random.NextDouble() < _view.FailureRate()) throw new IOException("simulated: the API server cannot be reached");
        var stored = write();
        _process.Trace($"stored {stored.Metadata.Key} v{stored.Metadata.ResourceVersion} {what}");
        await Pause(40, cancellationToken);
        if (_random.NextDouble() < _view.FailureRate()) throw new IOException("simulated: the reply of the API server was lost");
        return stored;
    }

    private Task Pause(int milliseconds, CancellationToken cancellationToken) =>
        Task.Delay(TimeSpan.FromMilliseconds(_random.Next(milliseconds)), _process.Time, cancellationToken);

    /// <summary>Watch events come late, but in order, however long the process is paused meanwhile.</summary>
    private void Deliver(T about, Action take)
    {
        if (!_view.Sees(about) || !_process.IsAlive) return;
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

    private void Forget(T gone)
    {
        _gone.Add(gone.Metadata.Uid);
        var known = _cache.GetValueOrDefault(gone.Metadata.Key);
        if (known?.Metadata.Uid == gone.Metadata.Uid) _cache.Remove(gone.Metadata.Key);
        if (known?.Metadata.Uid == gone.Metadata.Uid) _view.Links?.Tell<T>(known, null);
        Tell(gone, claimants: true);
    }

    // Our own write may be known before its event.
    private void Follow(T changed, bool declaredSide)
    {
        if (_gone.Contains(changed.Metadata.Uid)) return;
        var known = _cache.GetValueOrDefault(changed.Metadata.Key);
        var isNews = known is null || Version(known) < Version(changed);
        if (isNews) _cache[changed.Metadata.Key] = changed;
        if (isNews) _view.Links?.Tell(known, changed);
        if (_view.Links is null ? declaredSide : ObjectChange.NeedsReconcile(known, changed)) Tell(changed, claimants: known is null);
    }

    /// <summary>As the product's feed does: who owns the session may be decided anew.</summary>
    private void Tell(T changed, bool claimants)
    {
        _view.OnDeclared(changed.Metadata.Key);
        if (!claimants) return;
        foreach (var other in ClaimantsOf(_view.Kind.Identity(changed)))
            if (other.Metadata.Key != changed.Metadata.Key) _view.OnDeclared(other.Metadata.Key);
    }

    private static long Version(T declared) =>
        long.Parse(declared.Metadata.ResourceVersion, System.Globalization.CultureInfo.InvariantCulture);
}
