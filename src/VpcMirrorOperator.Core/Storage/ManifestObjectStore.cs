using System.Collections.Concurrent;
using System.Globalization;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Storage;

/// <summary>
/// Objects declared by manifests, with their status in a <see cref="StateFolder"/>. The folder plays the API server: applying a
/// manifest updates the object in it, and of two processes that use one folder, one gets a conflict and reads again.
/// </summary>
/// <typeparam name="T">The kind.</typeparam>
internal sealed class ManifestObjectStore<T> : IObjectStore<T>
    where T : class, IResource
{
    private readonly ResourceKind<T> _kind;
    private readonly StateFolder _folder;
    private readonly TimeProvider _time;
    private readonly Func<string> _newUid;
    private readonly bool _isComplete;
    private readonly ConcurrentDictionary<ObjectKey, T> _current = new();
    private volatile IReadOnlyList<T> _former = [];

    /// <summary>A store in which nothing is declared before <see cref="ReloadAsync"/>.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="folder">Where the status is kept.</param>
    /// <param name="time">Clock of creation times.</param>
    /// <param name="newUid">Gives a new object its identity; never the same twice.</param>
    /// <param name="isComplete">
    /// Whether the folder is sure to know whatever its objects have created, as it is of an emulator that lives in it. Any other may have
    /// been lost, or put back otherwise: what a new object creates is then looked for as long as after an attempt (rule S3).
    /// </param>
    public ManifestObjectStore(
        ResourceKind<T> kind, StateFolder folder, TimeProvider time, Func<string> newUid, bool isComplete = false) =>
        (_kind, _folder, _time, _newUid, _isComplete) = (kind, folder, time, newUid, isComplete);

    /// <inheritdoc/>
    public T? Find(ObjectKey key) => _current.GetValueOrDefault(key);

    /// <inheritdoc/>
    public IReadOnlyCollection<T> List() => [.. _current.Values];

    /// <inheritdoc/>
    /// <remarks>
    /// With the objects that are no longer declared, and whose last call may still be on its way by what the folder knows.
    /// </remarks>
    public IReadOnlyCollection<T> ClaimantsOf(string identity) =>
        [.. _current.Values.Concat(_former).Where(claimant => _kind.Identity(claimant) == identity)];

    /// <summary>
    /// Applies manifests to the folder. Objects without a manifest are no longer listed, unless the operator made them; their files stay.
    /// </summary>
    /// <param name="manifests">All declared objects.</param>
    /// <param name="cancellationToken">Gives up waiting for the folder's lock.</param>
    /// <returns>The keys of the objects that are new, changed or gone.</returns>
    /// <exception cref="StateFolderException">The folder cannot be used. Nothing was changed.</exception>
    public async Task<IReadOnlyList<ObjectKey>> ReloadAsync(IReadOnlyList<T> manifests, CancellationToken cancellationToken)
    {
        using var held = await _folder.LockAsync(cancellationToken);
        var now = _time.GetUtcNow();
        // All reads come before the first write, so that a corrupt file stops everything while nothing has changed.
        var records = manifests.Select(m => (Old: _folder.Read(_kind, m.Metadata.Key), Manifest: m))
            .Select(r => (r.Old, New: Held(r.Old, StateRecord.Declare(_kind, r.Old, r.Manifest, now, _newUid))))
            .ToList();
        var others = _folder.ReadAllBut(_kind, manifests.Select(m => m.Metadata.Key)).ToLookup(record => record.CreatedByOperator);
        _former = FormerObjects.Of(_kind, records, others[false]);
        foreach (var (_, record) in records.Where(r => !ReferenceEquals(r.New, r.Old))) _folder.Write(record);
        return Replace([.. records.Select(r => r.New).Concat(others[true]).Select(record => record.ToObject(_kind.Type))]);
    }

    /// <inheritdoc/>
    /// <exception cref="StateFolderException">The folder cannot be used.</exception>
    public async ValueTask<T> WriteStatusAsync(
        T read, T changed, CancellationToken cancellationToken)
    {
        using var held = await _folder.LockAsync(cancellationToken);
        var record = Fenced(read);
        return Store(record with { ResourceVersion = record.ResourceVersion + 1, Status = _kind.Status(changed) });
    }

    /// <inheritdoc/>
    /// <exception cref="StateFolderException">The folder cannot be used.</exception>
    public async ValueTask<T> CreateAsync(T item, CancellationToken cancellationToken)
    {
        var key = item.Metadata.Key;
        using var held = await _folder.LockAsync(cancellationToken);
        var former = _folder.Read(_kind, key);
        // Another process may have made it; what nobody declares any more is in nobody's way.
        if (former is { CreatedByOperator: true }) _current.TryAdd(key, former.ToObject(_kind.Type));
        if (_current.ContainsKey(key)) throw new ConflictException($"{key} exists already.");
        var record = StateRecord.Make(_kind, former, item, _time.GetUtcNow(), _newUid);
        var created = Store(record);
        _former = [.. _former.Where(other => other.Metadata.Uid != former?.Uid), .. FormerObjects.Of(_kind, [(former, record)], [])];
        return created;
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">A manifest declares the object: only the manifest can change it.</exception>
    /// <exception cref="StateFolderException">The folder cannot be used.</exception>
    public async ValueTask<T> ChangeAsync(T read, T changed, CancellationToken cancellationToken)
    {
        using var held = await _folder.LockAsync(cancellationToken);
        var record = Own(Fenced(read));
        var written = record.Change(_kind, changed);
        return ReferenceEquals(written, record) ? read : Store(written);
    }

    /// <inheritdoc/>
    /// <remarks>
    /// A call that the object recorded may still be on its way: then its file stays, for whoever speaks for the same thing next.
    /// </remarks>
    /// <exception cref="InvalidOperationException">A manifest declares the object: only the manifest can take it away.</exception>
    /// <exception cref="StateFolderException">The folder cannot be used.</exception>
    public async ValueTask DeleteAsync(T read, CancellationToken cancellationToken)
    {
        var key = read.Metadata.Key;
        using var locked = await _folder.LockAsync(cancellationToken);
        if (!_current.ContainsKey(key) || _folder.Read(_kind, key) is null)
        {
            _current.TryRemove(key, out _);
            return;
        }

        var own = Own(Fenced(read));
        if (own.Deleted(_time.GetUtcNow()) is { } held)
        {
            Store(held);
            return;
        }

        var record = own with { CreatedByOperator = false };
        var former = FormerObjects.Of(_kind, [], [record]);
        if (former.Count == 0) _folder.Delete(key);
        else _folder.Write(record with { ResourceVersion = record.ResourceVersion + 1 });
        _former = [.. _former, .. former];
        _current.TryRemove(key, out _);
    }

    /// <summary>
    /// Asks for the deletion of what manifests declare, and of nothing else: objects that finalizers hold are listed until nothing holds
    /// them, the others are gone at once. (An object whose manifest is taken away is not deleted: it is no longer known.)
    /// </summary>
    /// <param name="manifests">The objects to delete.</param>
    /// <param name="cancellationToken">Gives up waiting for the folder's lock.</param>
    /// <param name="owners">Uids of objects whose own, made by the operator, are worked on too; null for none.</param>
    /// <exception cref="StateFolderException">The folder cannot be used. Nothing was changed.</exception>
    public async Task DeleteAllAsync(
        IReadOnlyList<T> manifests, CancellationToken cancellationToken, IReadOnlySet<string>? owners = null)
    {
        using var held = await _folder.LockAsync(cancellationToken);
        var now = _time.GetUtcNow();
        var records = manifests.Select(m => (m.Metadata.Key, Record: GoingRecord(m, now))).ToList();
        _former = FormerObjects.Of(_kind, [], _folder.ReadAllBut(_kind, manifests.Select(m => m.Metadata.Key)));
        foreach (var (key, record) in records) StoreOrDrop(key, record);
        foreach (var made in _folder.ReadAllBut(_kind, []).Where(record => record.IsOwnedBy(owners)))
        {
            var item = made.ToObject(_kind.Type);
            _current.TryAdd(item.Metadata.Key, item);
        }
    }

    /// <summary>
    /// A new record that may be one that was lost is held from the start: with a finalizer and no record of an attempt, the first look
    /// counts as one (rule S3).
    /// </summary>
    private StateRecord Held(StateRecord? old, StateRecord declared)
    {
        if (_isComplete || declared.Uid == old?.Uid) return declared;
        var finalizers = _kind.Finalizers(declared.ToObject(_kind.Type));
        return finalizers.Count == 0 ? declared : declared.WithFinalizers(finalizers)!;
    }

    private StateRecord? GoingRecord(T manifest, DateTimeOffset now)
    {
        var known = _folder.Read(_kind, manifest.Metadata.Key);
        if (known is { DeletionTimestamp: not null }) return known;
        var record = StateRecord.Declare(_kind, known, manifest, now, _newUid);
        return record.WithFinalizers(_kind.Finalizers(record.ToObject(_kind.Type)))!.Deleted(now);
    }

    /// <inheritdoc/>
    /// <exception cref="StateFolderException">The folder cannot be used.</exception>
    public async ValueTask<T> WriteFinalizersAsync(T read, IReadOnlyList<string> finalizers, CancellationToken cancellationToken)
    {
        using var held = await _folder.LockAsync(cancellationToken);
        return StoreOrDrop(read.Metadata.Key, Fenced(read).WithFinalizers(finalizers)) ?? read;
    }

    /// <inheritdoc/>
    public ValueTask<bool> IsKindGoingAwayAsync(CancellationToken cancellationToken) => ValueTask.FromResult(false);

    /// <summary>The record of an object that is still the one that was read. The caller holds the lock.</summary>
    private StateRecord Fenced(T read)
    {
        var key = read.Metadata.Key;
        if (!_current.ContainsKey(key)) throw new ConflictException($"{key} is no longer declared.");
        var record = _folder.Read(_kind, key) ?? throw new ConflictException($"The state of {key} is gone.");
        var version = record.ResourceVersion.ToString(CultureInfo.InvariantCulture);
        if (record.Uid == read.Metadata.Uid && version == read.Metadata.ResourceVersion) return record;
        _current[key] = record.ToObject(_kind.Type);
        throw new ConflictException($"{key} was changed by another process.");
    }

    private static StateRecord Own(StateRecord record) => record.CreatedByOperator
        ? record
        : throw new InvalidOperationException(
            $"{record.Namespace}/{record.Name} is declared by a manifest: the operator may write its status only.");

    /// <returns>Null when the object is gone.</returns>
    private T? StoreOrDrop(ObjectKey key, StateRecord? record)
    {
        if (record is not null) return Store(record);
        _folder.Delete(key);
        _current.TryRemove(key, out _);
        return null;
    }

    private T Store(StateRecord record)
    {
        _folder.Write(record);
        return _current[new ObjectKey(record.Namespace, record.Name)] = record.ToObject(_kind.Type);
    }

    private List<ObjectKey> Replace(IReadOnlyCollection<T> items)
    {
        var touched = _current.Keys.Except(items.Select(item => item.Metadata.Key)).ToList();
        foreach (var gone in touched) _current.TryRemove(gone, out _);
        foreach (var item in items)
        {
            var key = item.Metadata.Key;
            if (_current.TryGetValue(key, out var old) && old.Metadata.ResourceVersion == item.Metadata.ResourceVersion) continue;
            _current[key] = item;
            touched.Add(key);
        }

        return touched;
    }
}
