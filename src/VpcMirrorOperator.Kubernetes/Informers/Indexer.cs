using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Informers;

/// <summary>
/// The objects as last seen, by key and by any number of indexes (client-go's <c>Indexer</c>). Thread-safe; objects are
/// shared, never copied.
/// </summary>
internal sealed class Indexer<T>
    where T : class
{
    private readonly Lock _lock = new();
    private readonly Dictionary<ObjectKey, T> _objects = [];
    private readonly Dictionary<string, ObjectIndex<T>> _indexes = new(StringComparer.Ordinal);

    public Indexer(IReadOnlyDictionary<string, IndexedBy<T>> indexes)
    {
        foreach (var (name, by) in indexes) _indexes.Add(name, new ObjectIndex<T>(by));
    }

    public T? Find(ObjectKey key)
    {
        lock (_lock) return _objects.GetValueOrDefault(key);
    }

    public T[] List()
    {
        lock (_lock) return [.. _objects.Values];
    }

    public ObjectKey[] Keys()
    {
        lock (_lock) return [.. _objects.Keys];
    }

    /// <exception cref="ArgumentException">There is no such index.</exception>
    public T[] FindByIndex(string index, string value)
    {
        var found = Index(index);
        lock (_lock) return found.Find(value);
    }

    /// <exception cref="ArgumentException">There is no such index.</exception>
    public bool MayHaveSeveral(string index, ReadOnlySpan<char> value)
    {
        var asked = Index(index);
        lock (_lock) return asked.MayHaveSeveral(value);
    }

    /// <summary>Stores the object, or removes it when it is null.</summary>
    /// <returns>What was there before.</returns>
    public T? Put(ObjectKey key, T? value)
    {
        lock (_lock)
        {
            var old = _objects.GetValueOrDefault(key);
            if (value is null) _objects.Remove(key);
            else _objects[key] = value;
            foreach (var index in _indexes.Values) index.Replace(old, value);
            return old;
        }
    }

    private ObjectIndex<T> Index(string name) =>
        _indexes.TryGetValue(name, out var found) ? found : throw new ArgumentException($"There is no index '{name}'.", nameof(name));
}
