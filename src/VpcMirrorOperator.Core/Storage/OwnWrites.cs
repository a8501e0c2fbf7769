using System.Collections.Concurrent;
using System.Collections.Immutable;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Storage;

/// <summary>
/// What our own writes have returned and the cache has not seen yet. Without it, the reconcile after a write would read the object as it
/// was before, and its own write would meet a conflict. Thread-safe.
/// </summary>
/// <typeparam name="T">The kind.</typeparam>
internal sealed class OwnWrites<T>
    where T : class, IResource
{
    private readonly ConcurrentDictionary<ObjectKey, Entry> _entries = new();

    /// <summary>Objects that are ahead of the cache; shows tests that nothing is left behind.</summary>
    public int Count => _entries.Count;

    /// <summary>Keeps what a write returned until the cache has left every version that came before it.</summary>
    /// <param name="read">The version that was written over.</param>
    /// <param name="written">What the server stored.</param>
    /// <param name="cached">The object as the cache has it now: the news may be there before the answer.</param>
    public void Note(T read, T written, T? cached)
    {
        var key = written.Metadata.Key;
        var entry = _entries.AddOrUpdate(
            key, _ => new Entry(written, [read.Metadata.ResourceVersion]), (_, old) => old.Follow(read, written));
        if (!entry.IsAheadOf(cached)) Drop(key, entry);
    }

    /// <summary>The newer one of what the cache has and what we wrote.</summary>
    /// <param name="key">The object's key.</param>
    /// <param name="cached">The object as the cache has it; null when it is gone.</param>
    public T? Newer(ObjectKey key, T? cached)
    {
        if (!_entries.TryGetValue(key, out var entry)) return cached;
        if (entry.IsAheadOf(cached)) return entry.Written;
        Drop(key, entry);
        return cached;
    }

    /// <summary>Only this entry: a newer one may have taken its place.</summary>
    private void Drop(ObjectKey key, Entry entry) => _entries.TryRemove(KeyValuePair.Create(key, entry));

    /// <param name="Written">Our latest write.</param>
    /// <param name="Before">The versions that it follows without anybody else's in between.</param>
    private sealed record Entry(T Written, ImmutableArray<string> Before)
    {
        /// <summary>Versions can only be compared for equality; one that is not known to be older counts as newer.</summary>
        public bool IsAheadOf(T? cached) =>
            cached is not null && cached.Metadata.Life == Written.Metadata.Life && Before.Contains(cached.Metadata.ResourceVersion);

        public Entry Follow(T read, T written) =>
            read.Metadata.ResourceVersion == Written.Metadata.ResourceVersion
                ? new Entry(written, Before.Add(read.Metadata.ResourceVersion))
                : new Entry(written, [read.Metadata.ResourceVersion]);
    }
}
