using Microsoft.Extensions.Logging;
using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Informers;

/// <summary>
/// A cache of a collection that follows the API server: list, then watch, and list again when the watch cannot go on. Whatever
/// happens to the connection, the cache becomes right again and no change is missed: a list is compared with the cache, so objects
/// that were deleted meanwhile are reported as well.
/// </summary>
/// <typeparam name="T">The kind.</typeparam>
public sealed class Informer<T>
    where T : class
{
    private readonly InformerOptions<T> _options;
    private readonly IReadOnlyList<Reflector<T>> _reflectors;
    private readonly Indexer<T> _indexer;
    private readonly Lock _lock = new();
    private readonly List<Action<T?, T?>> _listeners = [];
    private readonly TaskCompletionSource _synced = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ILogger _logger;
    private int _unsynced;

    /// <summary>An informer that does not run yet.</summary>
    /// <param name="client">The API server.</param>
    /// <param name="options">What to follow.</param>
    /// <param name="time">Clock of waits and watches.</param>
    /// <param name="random">Seeded source of jitter and watch lengths; from here on used by this informer alone.</param>
    /// <param name="logger">Log.</param>
    /// <param name="metrics">Counts; null for nobody.</param>
    public Informer(
        KubeClient client, InformerOptions<T> options, TimeProvider time, Random random, ILogger logger, IInformerMetrics? metrics = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(random);
        (_options, _logger) = (options, logger);
        _indexer = new Indexer<T>(options.Indexes);
        string?[] scopes = options.Namespaces.Count == 0 ? [null] : [.. options.Namespaces.Distinct(StringComparer.Ordinal)];
        _reflectors = [.. scopes.Select(ns => new Reflector<T>(
            client, options, options.Resource.In(ns), StoreOf(ns), time, new Random(random.Next()), logger, metrics))];
        _unsynced = _reflectors.Count;
    }

    /// <summary>
    /// Whether the first list of every namespace has been taken over. False while listeners are called for the objects in it, so that
    /// they can queue these behind real changes.
    /// </summary>
    public bool HasSynced => _synced.Task.IsCompleted;

    /// <summary>Ends when <see cref="HasSynced"/> becomes true. Never fails; wait with a token.</summary>
    public Task Synced => _synced.Task;

    /// <summary>When the server was last heard, in the namespace where that is longest ago; null before the first answer.</summary>
    public DateTimeOffset? LastContact =>
        _reflectors.Any(r => r.LastContact is null) ? null : _reflectors.Min(r => r.LastContact);

    /// <summary>The object as last seen; null when there is none (or before the first list).</summary>
    /// <param name="key">Its key.</param>
    public T? Find(ObjectKey key) => _indexer.Find(key);

    /// <summary>All objects as last seen, in no particular order.</summary>
    public IReadOnlyList<T> List() => _indexer.List();

    /// <summary>The objects that an index puts under this value, in the order of their keys.</summary>
    /// <param name="index">Name of the index, one of <see cref="InformerOptions{T}.Indexes"/>.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">There is no such index.</exception>
    public IReadOnlyList<T> FindByIndex(string index, string value)
    {
        var found = _indexer.FindByIndex(index, value);
        if (found.Length > 1) Array.Sort(found, (a, b) => _options.Meta(a).Key.CompareTo(_options.Meta(b).Key));
        return found;
    }

    /// <summary>Whether an index may have more than one object under this value; false is certain, and makes no list.</summary>
    /// <inheritdoc cref="FindByIndex"/>
    public bool MayHaveSeveral(string index, ReadOnlySpan<char> value) => _indexer.MayHaveSeveral(index, value);

    /// <summary>
    /// Has <paramref name="changed"/> called for each change with (old, new): null, new for an object that appeared; old, null for one
    /// that was deleted. One call at a time, in the order of the changes of each object, after the cache has changed. Must be quick; what
    /// it throws is logged.
    /// </summary>
    /// <param name="changed">The listener.</param>
    /// <remarks>To be called before <see cref="RunAsync"/>.</remarks>
    public void Subscribe(Action<T?, T?> changed)
    {
        lock (_lock) _listeners.Add(changed);
    }

    /// <summary>Follows the server until cancelled. To be called once.</summary>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>A task that ends without an exception after the cancellation, and never before.</returns>
    public Task RunAsync(CancellationToken cancellationToken) => Task.WhenAll(_reflectors.Select(r => r.RunAsync(cancellationToken)));

    private ReflectorStore<T> StoreOf(string? ns) => new()
    {
        Keys = () => ns is null ? _indexer.Keys() : Array.FindAll(_indexer.Keys(), k => k.Namespace == ns),
        Find = _indexer.Find,
        Put = Put,
        Synced = () =>
        {
            if (Interlocked.Decrement(ref _unsynced) == 0) _synced.SetResult();
        },
    };

    private void Put(ObjectKey key, T? value)
    {
        lock (_lock)
        {
            var old = _indexer.Find(key);
            if (old is null && value is null) return;
            if (old is not null && value is not null) value = _options.Reuse(old, value);
            _indexer.Put(key, value);
            foreach (var listener in _listeners) Tell(listener, key, old, value);
        }
    }

    private void Tell(Action<T?, T?> listener, ObjectKey key, T? old, T? value)
    {
        try
        {
            listener(old, value);
        }
        catch (Exception error)
        {
            _logger.ListenerFailed(error, key);
        }
    }
}
