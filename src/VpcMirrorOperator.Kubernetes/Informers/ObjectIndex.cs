namespace VpcMirrorOperator.Kubernetes.Informers;

/// <summary>
/// One index of an <see cref="Indexer{T}"/>: from the hash of a value to the objects that may have it. The values themselves are not kept:
/// each would be a string that the object can tell at need.
/// </summary>
/// <remarks>Not thread-safe: every call comes under the indexer's lock.</remarks>
internal sealed class ObjectIndex<T>(IndexedBy<T> by)
    where T : class
{
    // A single object, which is the usual case, or an array of them.
    private readonly Dictionary<int, object> _byHash = [];

    /// <summary>The objects with this value, in no particular order.</summary>
    public T[] Find(string value) => _byHash.GetValueOrDefault(HashOf(value)) switch
    {
        T one => by.Has(one, value) ? [one] : [],
        T[] several => Having(several, value),
        _ => [],
    };

    /// <summary>Whether more than one object may have this value; false is certain.</summary>
    public bool MayHaveSeveral(ReadOnlySpan<char> value) => _byHash.GetValueOrDefault(HashOf(value)) is T[];

    /// <summary>Takes out what was there before and puts in what is there now; null is nothing.</summary>
    public void Replace(T? old, T? current)
    {
        if (old is not null)
            foreach (var value in by.Values(old)) Remove(HashOf(value), old);
        if (current is not null)
            foreach (var value in by.Values(current)) Add(HashOf(value), current);
    }

    // Apart, so that the usual case pays for no closure.
    private T[] Having(T[] several, string value) => Array.FindAll(several, item => by.Has(item, value));

    private void Add(int hash, T current)
    {
        var held = Held(hash);
        if (Array.IndexOf(held, current) < 0) Hold(hash, [.. held, current]);
    }

    private void Remove(int hash, T old) => Hold(hash, Array.FindAll(Held(hash), item => !ReferenceEquals(item, old)));

    private T[] Held(int hash) => _byHash.GetValueOrDefault(hash) switch { T one => [one], T[] several => several, _ => [] };

    private void Hold(int hash, T[] items)
    {
        if (items.Length == 0) _byHash.Remove(hash);
        else _byHash[hash] = items.Length == 1 ? items[0] : items;
    }

    private static int HashOf(ReadOnlySpan<char> value) => string.GetHashCode(value, StringComparison.Ordinal);
}
