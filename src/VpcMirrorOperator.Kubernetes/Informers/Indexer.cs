using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Informers;

/// <summary>The objects as last seen, by key and by one index. Thread-safe; objects are shared, never copied.</summary>
internal sealed class Indexer<T>(Func<T, string?>? index)
    where T : class
{
    private readonly Lock _lock = new();
    private readonly Dictionary<ObjectKey, T> _objects = [];
    private readonly Dictionary<string, SortedDictionary<ObjectKey, T>> _byIndex = new(StringComparer.Ordinal);

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

    public T[] FindByIndex(string value)
    {
        lock (_lock) return _byIndex.TryGetValue(value, out var found) ? [.. found.Values] : [];
    }

    /// <summary>Stores the object, or removes it when it is null.</summary>
    /// <returns>What was there before.</returns>
    public T? Put(ObjectKey key, T? value)
    {
        lock (_lock)
        {
            var old = _objects.GetValueOrDefault(key);
            if (old is not null) Unindex(key, old);
            if (value is null) _objects.Remove(key);
            else Add(key, value);
            return old;
        }
    }

    private void Add(ObjectKey key, T value)
    {
        _objects[key] = value;
        if (index?.Invoke(value) is not { } entry) return;
        if (!_byIndex.TryGetValue(entry, out var found)) _byIndex[entry] = found = [];
        found[key] = value;
    }

    private void Unindex(ObjectKey key, T old)
    {
        if (index?.Invoke(old) is not { } entry || !_byIndex.TryGetValue(entry, out var found)) return;
        found.Remove(key);
        if (found.Count == 0) _byIndex.Remove(entry);
    }
}
