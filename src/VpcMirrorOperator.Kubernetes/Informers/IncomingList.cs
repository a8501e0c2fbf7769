using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Informers;

/// <summary>
/// What a list has brought so far, in pages or as a stream with changes in between. The cache does not change before all is here: half a
/// list must not be taken for deletions (rule 12).
/// </summary>
/// <param name="store">The cache.</param>
/// <param name="metaOf">Where an object has its metadata.</param>
/// <param name="skip">Reports an object that cannot be read, and gives its key.</param>
internal sealed class IncomingList<T>(ReflectorStore<T> store, Func<T, ObjectMeta> metaOf, Func<UndecodableObject, ObjectKey> skip)
    where T : class
{
    private readonly HashSet<ObjectKey> _unseen = [.. store.Keys()];

    // In the order of their arrival, so that the last one of an object counts.
    private List<(T? Value, ObjectMeta? Gone)> _seen = [];

    /// <summary>Objects that are here, deleted ones not counted.</summary>
    public int Count { get; private set; }

    /// <summary>The object is there. What the cache has already is not held twice.</summary>
    /// <param name="item">The object.</param>
    /// <param name="isNew">False when it was given before, in another state.</param>
    public void Add(T item, bool isNew = true)
    {
        var meta = metaOf(item);
        _seen.Add((Held(meta) ?? item, null));
        if (isNew) Count++;
    }

    /// <summary>The object is there, but cannot be read: the cache keeps what it has of it.</summary>
    public void Keep(UndecodableObject bad) => _unseen.Remove(skip(bad));

    /// <summary>The object was deleted while the list was sent.</summary>
    public void Delete(ObjectMeta meta)
    {
        _seen.Add((null, meta));
        Count = Math.Max(0, Count - 1);
    }

    /// <summary>
    /// All is here: the cache becomes like it. What has not changed is not put, so that a new list of thousands of objects does not cause
    /// thousands of reconciles.
    /// </summary>
    public void Replace()
    {
        foreach (var (value, gone) in _seen)
        {
            var key = gone?.Key ?? metaOf(value!).Key;
            _unseen.Remove(key);
            if (!ReferenceEquals(store.Find(key), value)) store.Put(key, value);
        }

        foreach (var key in _unseen) store.Put(key, null);
        // The watch that brought them may live for minutes.
        _seen = [];
    }

    private T? Held(ObjectMeta meta) =>
        store.Find(meta.Key) is { } held && metaOf(held).IsVersionOf(meta) ? held : null;
}
