using System.Collections.Concurrent;
using System.Globalization;
using VpcMirrorOperator.Api;
using VpcMirrorOperator.Kubernetes.Control;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Storage;

/// <summary>
/// Sessions declared by manifests, with their status in a <see cref="StateFolder"/>. The folder plays the API server: applying a
/// manifest updates the object in it, and of two processes that use one folder, one gets a conflict and reads again.
/// </summary>
public sealed class ManifestStore : ISessionStore
{
    private readonly StateFolder folder;
    private readonly TimeProvider time;
    private readonly Func<string> newUid;
    private readonly ConcurrentDictionary<ObjectKey, TrafficMirrorSession> current = new();
    private volatile IReadOnlyList<TrafficMirrorSession> former = [];

    private ManifestStore(StateFolder folder, TimeProvider time, Func<string> newUid) =>
        (this.folder, this.time, this.newUid) = (folder, time, newUid);

    /// <summary>Applies the manifests to the folder.</summary>
    /// <param name="folder">Where the status is kept.</param>
    /// <param name="manifests">The declared sessions.</param>
    /// <param name="time">Clock of creation times.</param>
    /// <param name="newUid">Gives a new object its identity; never the same twice.</param>
    /// <param name="cancellationToken">Gives up waiting for the folder's lock.</param>
    /// <exception cref="StateFolderException">The folder cannot be used. Nothing was changed.</exception>
    public static async Task<ManifestStore> OpenAsync(
        StateFolder folder, IReadOnlyList<TrafficMirrorSession> manifests, TimeProvider time, Func<string> newUid, CancellationToken cancellationToken)
    {
        var store = new ManifestStore(folder, time, newUid);
        await store.ReloadAsync(manifests, cancellationToken);
        return store;
    }

    /// <inheritdoc/>
    public TrafficMirrorSession? Find(ObjectKey key) => current.GetValueOrDefault(key);

    /// <inheritdoc/>
    public IReadOnlyCollection<TrafficMirrorSession> List() => [.. current.Values];

    /// <inheritdoc/>
    /// <remarks>With the objects that are no longer declared, and whose last call may still be on its way by what the folder knows.</remarks>
    public IReadOnlyCollection<TrafficMirrorSession> ClaimantsOf(SessionRef session) =>
        [.. current.Values.Concat(former).Where(claimant => claimant.Session() == session)];

    /// <summary>Applies changed manifests. Objects without a manifest are no longer listed; their files stay.</summary>
    /// <param name="manifests">All declared sessions.</param>
    /// <param name="cancellationToken">Gives up waiting for the folder's lock.</param>
    /// <returns>The keys of the objects that are new, changed or gone.</returns>
    /// <exception cref="StateFolderException">The folder cannot be used. Nothing was changed.</exception>
    public async Task<IReadOnlyList<ObjectKey>> ReloadAsync(IReadOnlyList<TrafficMirrorSession> manifests, CancellationToken cancellationToken)
    {
        using var held = await folder.LockAsync(cancellationToken);
        var now = time.GetUtcNow();
        // All reads come before the first write, so that a corrupt file stops everything while nothing has changed.
        var records = manifests.Select(m => (Old: folder.Read(m.Key()), Manifest: m))
            .Select(r => (r.Old, New: StateRecord.Declare(r.Old, r.Manifest, now, newUid)))
            .ToList();
        former = FormerObjects.Of(records, folder.ReadAllBut(manifests.Select(m => m.Key())));
        foreach (var (_, record) in records.Where(r => r.New != r.Old)) folder.Write(record);
        return Replace([.. records.Select(r => r.New.ToSession())]);
    }

    /// <inheritdoc/>
    /// <exception cref="StateFolderException">The folder cannot be used.</exception>
    public async ValueTask<TrafficMirrorSession> WriteStatusAsync(
        TrafficMirrorSession read, TrafficMirrorSessionStatus status, CancellationToken cancellationToken)
    {
        var key = read.Key();
        using var held = await folder.LockAsync(cancellationToken);
        if (!current.ContainsKey(key)) throw new ConflictException($"{key} is no longer declared.");
        var record = folder.Read(key) ?? throw new ConflictException($"The state of {key} is gone.");
        if (record.Uid != read.Metadata.Uid || record.ResourceVersion.ToString(CultureInfo.InvariantCulture) != read.Metadata.ResourceVersion)
        {
            current[key] = record.ToSession();
            throw new ConflictException($"{key} was changed by another process.");
        }

        var written = record with { ResourceVersion = record.ResourceVersion + 1, Status = status };
        folder.Write(written);
        return current[key] = written.ToSession();
    }

    /// <summary>
    /// Does nothing: an object whose manifest is gone is no longer looked at, so there is nothing that a finalizer could hold up, and
    /// <c>deletionPolicy: Detach</c> is without effect here.
    /// </summary>
    public ValueTask<TrafficMirrorSession> WriteFinalizersAsync(
        TrafficMirrorSession read, IReadOnlyList<string> finalizers, CancellationToken cancellationToken) => ValueTask.FromResult(read);

    /// <inheritdoc/>
    public ValueTask<bool> IsKindGoingAwayAsync(CancellationToken cancellationToken) => ValueTask.FromResult(false);

    private List<ObjectKey> Replace(IReadOnlyCollection<TrafficMirrorSession> sessions)
    {
        var touched = current.Keys.Except(sessions.Select(s => s.Key())).ToList();
        foreach (var gone in touched) current.TryRemove(gone, out _);
        foreach (var session in sessions)
        {
            if (current.TryGetValue(session.Key(), out var old) && old.Metadata.ResourceVersion == session.Metadata.ResourceVersion) continue;
            current[session.Key()] = session;
            touched.Add(session.Key());
        }

        return touched;
    }
}
