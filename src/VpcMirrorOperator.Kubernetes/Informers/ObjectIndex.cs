using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Informers;

/// <summary>One index of an <see cref="Indexer{T}"/>: from each value to the objects that have it.</summary>
/// <remarks>Not thread-safe: every call comes under the indexer's lock.</remarks>
internal sealed class ObjectIndex<T>(Func<T, IEnumerable<string>> valuesOf)
    where T : class
{
    private readonly Dictionary<string, SortedDictionary<ObjectKey, T>> _byValue = new(StringComparer.Ordinal);

    /// <summary>The objects with this value, by key.</summary>
    public T[] Find(string value) => _byValue.TryGetValue(value, out var found) ? [.. found.Values] : [];

    /// <summary>Takes out what was there before and puts in what is there now; null is nothing.</summary>
    public void Replace(ObjectKey key, T? old, T? current)
    {
        if (old is not null)
            foreach (var value in valuesOf(old)) Remove(value, key);
        if (current is not null)
            foreach (var value in valuesOf(current)) Add(value, key, current);
    }

    private void Add(string value, ObjectKey key, T current)
    {
        if (!_byValue.TryGetValue(value, out var found)) _byValue[value] = found = [];
        found[key] = current;
    }

    private void Remove(string value, ObjectKey key)
    {
        if (_byValue.TryGetValue(value, out var found) && found.Remove(key) && found.Count == 0) _byValue.Remove(value);
    }
}
