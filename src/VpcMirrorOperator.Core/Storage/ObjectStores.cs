using System.Collections.Concurrent;
using VpcMirrorOperator.Api.Shared;

namespace VpcMirrorOperator.Storage;

/// <summary>
/// The stores of all kinds of one process, by which one kind reads the objects of another: who refers to whom, and who uses what. Each kind
/// writes to its own only.
/// </summary>
internal sealed class ObjectStores
{
    private readonly ConcurrentDictionary<Type, object> _stores = new();

    /// <summary>Makes a kind's objects known.</summary>
    public void Add<T>(IObjectStore<T> store)
        where T : class, IResource => _stores[typeof(T)] = store;

    /// <summary>The objects of a kind; null when the process does not know the kind.</summary>
    public IObjectStore<T>? Find<T>()
        where T : class, IResource => _stores.GetValueOrDefault(typeof(T)) as IObjectStore<T>;
}
