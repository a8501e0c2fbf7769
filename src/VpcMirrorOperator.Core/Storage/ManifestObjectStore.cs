using System.Collections.Concurrent;
using System.Globalization;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Kubernetes.Control;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Storage;

/// <summary>
/// Objects declared by manifests, with their status in a <see cref="StateFolder"/>. The folder plays the API server: applying a
/// manifest updates the object in it, and of two processes that use one folder, one gets a conflict and reads again.
/// </summary>
/// <typeparam name="T">The kind.</typeparam>
public sealed class ManifestObjectStore<T> : IObjectStore<T>
    where T : class, IResource
{
    private readonly ResourceKind<T> _kind;
    private readonly StateFolder _folder;
    private readonly TimeProvider _time;
    private readonly Func<string> _newUid;
    private readonly ConcurrentDictionary<ObjectKey, T> _current = new();
    private volatile IReadOnlyList<T> _former = [];

    /// <summary>A store in which nothing is declared before <see cref="ReloadAsync"/>.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="folder">Where the status is kept.</param>
    /// <param name="time">Clock of creation times.</param>
    /// <param name="newUid">Gives a new object its identity; never the same twice.</param>
    public ManifestObjectStore(ResourceKind<T> kind, StateFolder folder, TimeProvider time, Func<string> newUid) =>
        (_kind, _folder, _time, _newUid) = (kind, folder, time, newUid);

    /// <inheritdoc/>
    public T? Find(ObjectKey key) => _current.GetValueOrDefault(key);

    /// <inheritdoc/>
    public IReadOnlyCollection<T> List() => [.. _current.Values];

    /// <inheritdoc/>
    /// <remarks>With the objects that are no longer declared, and whose last call may still be on its way by what the folder knows.</remarks>
    public IReadOnlyCollection<T> ClaimantsOf(string identity) =>
        [.. _current.Values.Concat(_former).Where(claimant => _kind.Identity(claimant) == identity)];

    /// <summary>Applies manifests to the folder. Objects without a manifest are no longer listed; their files stay.</summary>
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
            .Select(r => (r.Old, New: StateRecord.Declare(_kind, r.Old, r.Manifest, now, _newUid)))
            .ToList();
        _former = FormerObjects.Of(_kind, records, _folder.ReadAllBut(_kind, manifests.Select(m => m.Metadata.Key)));
        foreach (var (_, record) in records.Where(r => !ReferenceEquals(r.New, r.Old))) _folder.Write(record);
        return Replace([.. records.Select(r => r.New.ToObject(_kind.Type))]);
    }

    /// <inheritdoc/>
    /// <exception cref="StateFolderException">The folder cannot be used.</exception>
    public async ValueTask<T> WriteStatusAsync(
        T read, T changed, CancellationToken cancellationToken)
    {
        var key = read.Metadata.Key;
        using var held = await _folder.LockAsync(cancellationToken);
        if (!_current.ContainsKey(key)) throw new ConflictException($"{key} is no longer declared.");
        var record = _folder.Read(_kind, key) ?? throw new ConflictException($"The state of {key} is gone.");
        if (record.Uid != read.Metadata.Uid || record.ResourceVersion.ToString(CultureInfo.InvariantCulture) != read.Metadata.ResourceVersion)
        {
            _current[key] = record.ToObject(_kind.Type);
            throw new ConflictException($"{key} was changed by another process.");
        }

        var written = record with { ResourceVersion = record.ResourceVersion + 1, Status = _kind.Status(changed) };
        _folder.Write(written);
        return _current[key] = written.ToObject(_kind.Type);
    }

    /// <summary>
    /// Does nothing: an object whose manifest is gone is no longer reconciled, so there is nothing that a finalizer could hold up, and
    /// <c>deletionPolicy: Detach</c> is without effect here.
    /// </summary>
    public ValueTask<T> WriteFinalizersAsync(
        T read, IReadOnlyList<string> finalizers, CancellationToken cancellationToken) => ValueTask.FromResult(read);

    /// <inheritdoc/>
    public ValueTask<bool> IsKindGoingAwayAsync(CancellationToken cancellationToken) => ValueTask.FromResult(false);

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
