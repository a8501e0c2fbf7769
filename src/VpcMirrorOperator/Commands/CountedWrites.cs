using System.Collections.Concurrent;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Commands;

/// <summary>
/// A store that counts the writes to the cloud which go out under one holder's name: each is recorded before it is made (rule 6).
/// What other processes write to the same folder is not counted.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="holder">Whose writes are counted.</param>
internal sealed class CountedWrites(IObjectStore<TrafficMirrorSession> store, string holder) : IObjectStore<TrafficMirrorSession>
{
    private readonly ConcurrentDictionary<(string Uid, long Sequence), bool> _writes = new();

    /// <summary>Writes so far; repeats of one write count once.</summary>
    public int Count => _writes.Count;

    /// <inheritdoc/>
    public async ValueTask<TrafficMirrorSession> WriteStatusAsync(
        TrafficMirrorSession read, TrafficMirrorSession changed, CancellationToken cancellationToken)
    {
        var written = await store.WriteStatusAsync(read, changed, cancellationToken);
        if (written.Status?.Operation is { } operation && operation.Holder == holder)
            _writes[(written.Metadata.Uid, operation.Sequence)] = true;
        return written;
    }

    /// <inheritdoc/>
    public TrafficMirrorSession? Find(ObjectKey key) => store.Find(key);

    /// <inheritdoc/>
    public IReadOnlyCollection<TrafficMirrorSession> List() => store.List();

    /// <inheritdoc/>
    public IReadOnlyCollection<TrafficMirrorSession> ClaimantsOf(string identity) => store.ClaimantsOf(identity);

    /// <inheritdoc/>
    public ValueTask<TrafficMirrorSession> CreateAsync(TrafficMirrorSession item, CancellationToken cancellationToken) =>
        store.CreateAsync(item, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<TrafficMirrorSession> ChangeAsync(
        TrafficMirrorSession read, TrafficMirrorSession changed, CancellationToken cancellationToken) =>
        store.ChangeAsync(read, changed, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DeleteAsync(TrafficMirrorSession read, CancellationToken cancellationToken) =>
        store.DeleteAsync(read, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<TrafficMirrorSession> WriteFinalizersAsync(
        TrafficMirrorSession read, IReadOnlyList<string> finalizers, CancellationToken cancellationToken) =>
        store.WriteFinalizersAsync(read, finalizers, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> IsKindGoingAwayAsync(CancellationToken cancellationToken) => store.IsKindGoingAwayAsync(cancellationToken);
}
