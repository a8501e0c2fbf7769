using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Informers;

/// <summary>The objects as last seen, by key and by one index. Thread-safe; objects are shared, never copied.</summary>
internal sealed class ObjectStore<T>(Func<T, string?>? index)
    where T : class
{
    private readonly Lock gate = new();
    private readonly Dictionary<ObjectKey, T> objects = [];
    private readonly Dictionary<string, SortedDictionary<ObjectKey, T>> byIndex = new(StringComparer.Ordinal);

    public T? Find(ObjectKey key)
    {
        lock (gate) return objects.GetValueOrDefault(key);
    }

    public T[] List()
    {
        lock (gate) return [.. objects.Values];
    }

    public ObjectKey[] Keys()
    {
        lock (gate) return [.. objects.Keys];
    }

    public T[] FindByIndex(string value)
    {
        lock (gate) return byIndex.TryGetValue(value, out var found) ? [.. found.Values] : [];
    }

    /// <summary>Stores the object, or removes it when it is null.</summary>
    /// <returns>What was there before.</returns>
    public T? Put(ObjectKey key, T? value)
    {
        lock (gate)
        {
            var old = objects.GetValueOrDefault(key);
            if (old is not null) Unindex(key, old);
            if (value is null) objects.Remove(key);
            else Add(key, value);
            return old;
        }
    }

    private void Add(ObjectKey key, T value)
    {
        objects[key] = value;
        if (index?.Invoke(value) is not { } entry) return;
        if (!byIndex.TryGetValue(entry, out var found)) byIndex[entry] = found = [];
        found[key] = value;
    }

    private void Unindex(ObjectKey key, T old)
    {
        if (index?.Invoke(old) is not { } entry || !byIndex.TryGetValue(entry, out var found)) return;
        found.Remove(key);
        if (found.Count == 0) byIndex.Remove(entry);
    }
}
