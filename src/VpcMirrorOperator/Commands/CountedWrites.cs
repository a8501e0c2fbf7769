using System.Collections.Concurrent;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Commands;

/// <summary>
/// A store that counts the writes to the cloud which go out under one holder's name: each is recorded before it is made (rule 6).
/// What other processes write to the same folder is not counted.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="operation">The write that an object's status records; null for none.</param>
/// <param name="holder">Whose writes are counted.</param>
/// <param name="written">Is told of each status that was written, before and after; null for nobody.</param>
/// <typeparam name="T">The kind.</typeparam>
internal sealed class CountedWrites<T>(
    IObjectStore<T> store, Func<T, IRecordedOperation?> operation, string holder, Action<T?, T?>? written = null) : IObjectStore<T>
    where T : class, IResource
{
    private readonly ConcurrentDictionary<(string Uid, long Sequence), bool> _writes = new();

    /// <summary>Writes so far; repeats of one write count once.</summary>
    public int Count => _writes.Count;

    /// <inheritdoc/>
    public async ValueTask<T> WriteStatusAsync(
        T read, T changed, CancellationToken cancellationToken)
    {
        var stored = await store.WriteStatusAsync(read, changed, cancellationToken);
        if (operation(stored) is { } recorded && recorded.Holder == holder) _writes[(stored.Metadata.Uid, recorded.Sequence)] = true;
        written?.Invoke(read, stored);
        return stored;
    }

    /// <inheritdoc/>
    public T? Find(ObjectKey key) => store.Find(key);

    /// <inheritdoc/>
    public IReadOnlyCollection<T> List() => store.List();

    /// <inheritdoc/>
    public IReadOnlyCollection<T> ClaimantsOf(string identity) => store.ClaimantsOf(identity);

    /// <inheritdoc/>
    public async ValueTask<T> CreateAsync(T item, CancellationToken cancellationToken) =>
        Told(null, await store.CreateAsync(item, cancellationToken));

    /// <inheritdoc/>
    public async ValueTask<T> ChangeAsync(T read, T changed, CancellationToken cancellationToken) =>
        Told(read, await store.ChangeAsync(read, changed, cancellationToken));

    /// <inheritdoc/>
    public async ValueTask DeleteAsync(T read, CancellationToken cancellationToken)
    {
        await store.DeleteAsync(read, cancellationToken);
        written?.Invoke(read, store.Find(read.Metadata.Key));
    }

    /// <inheritdoc/>
    public async ValueTask<T> WriteFinalizersAsync(T read, IReadOnlyList<string> finalizers, CancellationToken cancellationToken)
    {
        var stored = await store.WriteFinalizersAsync(read, finalizers, cancellationToken);
        written?.Invoke(read, store.Find(read.Metadata.Key));
        return stored;
    }

    /// <inheritdoc/>
    public ValueTask<bool> IsKindGoingAwayAsync(CancellationToken cancellationToken) => store.IsKindGoingAwayAsync(cancellationToken);

    private T Told(T? read, T stored)
    {
        written?.Invoke(read, stored);
        return stored;
    }
}
