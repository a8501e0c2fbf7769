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
    private readonly ConcurrentDictionary<ObjectKey, ObjectUid> _gone = new();

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

    /// <summary>Keeps what the server said of an object, whatever the cache has, until the cache has news of it.</summary>
    /// <param name="key">The object's key.</param>
    /// <param name="current">What is there; null for nothing.</param>
    /// <param name="cached">The object as the cache has it.</param>
    public void Learn(ObjectKey key, T? current, T? cached)
    {
        _gone.TryRemove(key, out _);
        _entries.TryRemove(key, out _);
        if (current is null && cached is not null) _gone[key] = cached.Metadata.Life;
        else if (current is not null && cached?.Metadata.IsVersionOf(current.Metadata) != true)
            _entries[key] = new Entry(current, cached is null ? [] : [cached.Metadata.ResourceVersion]) { IsUnseen = true };
    }

    /// <summary>The cache has changed: what it has seen by now need not be kept.</summary>
    /// <param name="old">Before; null for an object that appeared.</param>
    /// <param name="current">After; null for one that vanished.</param>
    public void Seen(T? old, T? current)
    {
        var key = (current ?? old)!.Metadata.Key;
        if (current is null || (_gone.TryGetValue(key, out var life) && life != current.Metadata.Life)) _gone.TryRemove(key, out _);
        if (!_entries.TryGetValue(key, out var entry)) return;
        // The end of an earlier object of this name is no news of the one that we made.
        if (current is null ? old!.Metadata.Life == entry.Written.Metadata.Life : !entry.IsAheadOf(current)) Drop(key, entry);
    }

    /// <summary>What we made and the cache does not have yet.</summary>
    public IEnumerable<T> Unseen => _entries.Values.Where(entry => entry.IsUnseen).Select(entry => entry.Written);

    /// <summary>The newer one of what the cache has and what we wrote.</summary>
    /// <param name="key">The object's key.</param>
    /// <param name="cached">The object as the cache has it; null when it is gone.</param>
    public T? Newer(ObjectKey key, T? cached)
    {
        if (cached is not null && _gone.TryGetValue(key, out var life) && life == cached.Metadata.Life) return null;
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
        public bool IsAheadOf(T? cached) => cached is null ? IsUnseen
            : cached.Metadata.Life == Written.Metadata.Life ? Before.Contains(cached.Metadata.ResourceVersion)
            : IsUnseen && cached.Metadata.CreationTimestamp <= Written.Metadata.CreationTimestamp;

        /// <summary>Whether it is ahead of a cache that has nothing of this name, or an earlier object.</summary>
        public bool IsUnseen { get; init; }

        public Entry Follow(T read, T written) =>
            read.Metadata.ResourceVersion == Written.Metadata.ResourceVersion
                ? this with { Written = written, Before = Before.Add(read.Metadata.ResourceVersion) }
                : new Entry(written, [read.Metadata.ResourceVersion]);
    }
}
