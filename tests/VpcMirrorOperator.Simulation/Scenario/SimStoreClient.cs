using VpcMirrorOperator.Api;
using VpcMirrorOperator.Kinds.Sessions;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Simulation.Scenario;

/// <summary>
/// One process' view of the store: a cache that follows by watch events with a lag, and writes that take time, and may fail with or
/// without having been stored.
/// </summary>
internal sealed class SimStoreClient : IObjectStore<TrafficMirrorSession>
{
    private readonly SortedDictionary<ObjectKey, TrafficMirrorSession> _cache = [];
    private readonly HashSet<ObjectKey> _gone = [];
    private readonly SimStore _store;
    private readonly SimProcess _process;
    private readonly Random _random;
    private readonly Func<double> _failureRate;

    public SimStoreClient(SimStore store, SimProcess process, Random random, Func<double> failureRate, Action<ObjectKey> onDeclared)
    {
        (_store, _process, _random, _failureRate) = (store, process, random, failureRate);
        foreach (var declared in store.Objects) _cache[declared.Key()] = declared;
        store.Changed += (changed, declaredSide) => _process.Start(() => FollowAsync(changed, declaredSide, onDeclared));
        store.Removed += gone => _process.Start(() => ForgetAsync(gone.Key(), onDeclared));
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

    public ValueTask<bool> IsKindGoingAwayAsync(CancellationToken cancellationToken) => ValueTask.FromResult(false);

    private async ValueTask<TrafficMirrorSession> WriteAsync(Func<TrafficMirrorSession> write, string what, CancellationToken cancellationToken)
    {
        await Pause(_random.NextDouble() < 0.01 ? 8000 : 40, cancellationToken);
        if (_random.NextDouble() < _failureRate()) throw new IOException("simulated: the API server cannot be reached");
        var stored = write();
        _process.Trace($"stored {stored.Key()} v{stored.Metadata.ResourceVersion} {what}");
        await Pause(40, cancellationToken);
        if (_random.NextDouble() < _failureRate()) throw new IOException("simulated: the reply of the API server was lost");
        return stored;
    }

    private Task Pause(int milliseconds, CancellationToken cancellationToken) =>
        Task.Delay(TimeSpan.FromMilliseconds(_random.Next(milliseconds)), _process.Time, cancellationToken);

    // The names of objects are used once, so one that is gone never comes back.
    private async Task ForgetAsync(ObjectKey key, Action<ObjectKey> onDeclared)
    {
        await Pause(_random.NextDouble() < 0.02 ? 3000 : 60, CancellationToken.None);
        _gone.Add(key);
        _cache.Remove(key);
        onDeclared(key);
    }

    // Watch events arrive in order; a later one that overtakes in the simulation is not undone.
    private async Task FollowAsync(TrafficMirrorSession changed, bool declaredSide, Action<ObjectKey> onDeclared)
    {
        await Pause(_random.NextDouble() < 0.02 ? 3000 : 60, CancellationToken.None);
        if (_gone.Contains(changed.Key())) return;
        var known = _cache.GetValueOrDefault(changed.Key());
        if (known is null || Version(known) < Version(changed)) _cache[changed.Key()] = changed;
        if (declaredSide) onDeclared(changed.Key());
    }

    private static long Version(TrafficMirrorSession declared) =>
        long.Parse(declared.Metadata.ResourceVersion, System.Globalization.CultureInfo.InvariantCulture);
}
