using System.Collections.Concurrent;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Engine.Kinds;

/// <summary>
/// What the kinds of one process know of each other's objects: one kind offers its store, another looks into it and is told of changes.
/// Neither has to be there. Thread-safe.
/// </summary>
internal sealed class KindLinks
{
    private readonly ConcurrentDictionary<Type, object> _stores = new();
    private readonly ConcurrentDictionary<Type, ConcurrentQueue<Delegate>> _followers = new();

    /// <summary>Lets other kinds look into a store.</summary>
    /// <param name="store">The kind's objects.</param>
    public void Offer<T>(IObjectStore<T> store)
        where T : class, IResource => _stores[typeof(T)] = store;

    /// <summary>An object of another kind as last known; null when it is not there, or the kind is not.</summary>
    /// <param name="key">The object.</param>
    public T? Find<T>(ObjectKey key)
        where T : class, IResource => StoreOf<T>()?.Find(key);

    /// <summary>The objects of another kind that speak for something in the cloud; none where the kind is not there.</summary>
    /// <param name="identity">As <see cref="ResourceKind{T}.Identity"/> gives it.</param>
    public IReadOnlyCollection<T> ClaimantsOf<T>(string identity)
        where T : class, IResource => StoreOf<T>()?.ClaimantsOf(identity) ?? [];

    /// <summary>Asks to be told of every change of another kind's objects, status included.</summary>
    /// <param name="changed">Is called with the object before and after, null for none; must be quick and must not throw.</param>
    public void Follow<T>(Action<T?, T?> changed)
        where T : class, IResource => _followers.GetOrAdd(typeof(T), _ => new ConcurrentQueue<Delegate>()).Enqueue(changed);

    /// <summary>Tells those who asked for it.</summary>
    /// <param name="old">Before; null for an object that appeared.</param>
    /// <param name="current">After; null for one that vanished.</param>
    public void Tell<T>(T? old, T? current)
        where T : class, IResource
    {
        if (!_followers.TryGetValue(typeof(T), out var followers)) return;
        foreach (var follower in followers) ((Action<T?, T?>)follower)(old, current);
    }

    /// <summary>The objects of another kind; null where the kind is not there.</summary>
    public IObjectStore<T>? StoreOf<T>()
        where T : class, IResource => _stores.GetValueOrDefault(typeof(T)) as IObjectStore<T>;
}
