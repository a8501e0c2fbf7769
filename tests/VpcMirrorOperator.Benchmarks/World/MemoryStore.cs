using System.Globalization;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Benchmarks.World;

/// <summary>The objects of any kind in memory, with the fence of an API server and without its lag or failures.</summary>
/// <param name="kind">Tells what an object speaks for.</param>
/// <param name="with">The object with other metadata.</param>
/// <param name="time">The clock.</param>
internal sealed class MemoryStore<T>(ResourceKind<T> kind, Func<T, ObjectMeta, T> with, TimeProvider time) : IObjectStore<T>
    where T : class, IResource
{
    private readonly SortedDictionary<ObjectKey, T> _objects = [];
    private int _version;

    /// <summary>Is told of each change: before, after, and whether a user made it.</summary>
    public event Action<T?, T, bool>? Changed;

    public T? Find(ObjectKey key) => _objects.GetValueOrDefault(key);

    public IReadOnlyCollection<T> List() => [.. _objects.Values];

    public IReadOnlyCollection<T> ClaimantsOf(string identity) => [.. _objects.Values.Where(item => kind.HasIdentity(item, identity))];

    /// <summary>Stores what a user declares: a new object, or another spec of one that is there.</summary>
    public void Declare(T declared)
    {
        var old = Find(KeyOf(declared));
        var metadata = old?.Metadata ?? declared.Metadata with
        {
            Uid = new Guid(_version + 1, 0, 0, new byte[8]).ToString(), CreationTimestamp = time.GetUtcNow(),
        };
        Put(with(declared, metadata with { Generation = metadata.Generation + 1 }), byUser: true);
    }

    public ValueTask<T> WriteStatusAsync(T read, T changed, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Put(with(changed, Fenced(read).Metadata), byUser: false));

    public ValueTask<T> WriteFinalizersAsync(T read, IReadOnlyList<string> finalizers, CancellationToken cancellationToken)
    {
        var current = Fenced(read);
        return ValueTask.FromResult(Put(with(current, current.Metadata with { Finalizers = finalizers }), byUser: false));
    }

    public ValueTask<T> CreateAsync(T item, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<T> ChangeAsync(T read, T changed, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask DeleteAsync(T read, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<bool> IsKindGoingAwayAsync(CancellationToken cancellationToken) => ValueTask.FromResult(false);

    private static ObjectKey KeyOf(T item) => new(item.Metadata.Namespace, item.Metadata.Name);

    private T Fenced(T read)
    {
        var current = Find(KeyOf(read));
        return current?.Metadata.ResourceVersion == read.Metadata.ResourceVersion
            ? current!
            : throw new ConflictException($"{KeyOf(read)} was changed");
    }

    private T Put(T changed, bool byUser)
    {
        var old = Find(KeyOf(changed));
        var version = (++_version).ToString(CultureInfo.InvariantCulture);
        var stored = with(changed, changed.Metadata with { ResourceVersion = version });
        _objects[KeyOf(stored)] = stored;
        Changed?.Invoke(old, stored, byUser);
        return stored;
    }
}
