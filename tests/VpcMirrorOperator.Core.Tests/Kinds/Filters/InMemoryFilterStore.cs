using System.Globalization;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kinds.Filters;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Core.Tests.Kinds.Filters;

/// <summary>Objects in memory, with the optimistic lock of an API server.</summary>
internal sealed class InMemoryFilterStore : IObjectStore<TrafficMirrorFilter>
{
    private readonly Dictionary<ObjectKey, TrafficMirrorFilter> _objects = [];
    private int _version;

    /// <summary>Runs before a status is written: somebody else's change, or a crash.</summary>
    public Func<TrafficMirrorFilterStatus, Task>? BeforeWrite { get; set; }

    /// <summary>Whether the definition of the kind is being deleted.</summary>
    public bool KindIsGoingAway { get; set; }

    /// <summary>Takes an object away as if it had never been there.</summary>
    public void Remove(ObjectKey key) => _objects.Remove(key);

    /// <summary>Puts an object there as it is: an old copy, or one without a status.</summary>
    public void Replace(TrafficMirrorFilter declared) => Store(declared);

    /// <summary>Every status written, oldest first.</summary>
    public List<TrafficMirrorFilterStatus> Written { get; } = [];

    public TrafficMirrorFilter? Find(ObjectKey key) => _objects.GetValueOrDefault(key);

    public IReadOnlyCollection<TrafficMirrorFilter> List() => _objects.Values;

    public IReadOnlyCollection<TrafficMirrorFilter> ClaimantsOf(string identity) =>
        [.. _objects.Values.Where(declared => FilterKind.Resource.Identity(declared) == identity)];

    /// <summary>Creates an object, or replaces its metadata and spec; a new spec is a new generation.</summary>
    public void Put(TrafficMirrorFilter declared)
    {
        var old = Find(declared.Key());
        var generation = old is null ? 1 : old.Metadata.Generation + (old.Spec == declared.Spec ? 0 : 1);
        Store(declared with { Metadata = declared.Metadata with { Generation = generation }, Status = old?.Status ?? declared.Status });
    }

    /// <summary>Asks for the deletion, as <c>kubectl delete</c> does: the object stays while a finalizer holds it.</summary>
    public void Delete(ObjectKey key)
    {
        var old = _objects[key];
        if (old.Metadata.Finalizers.Count == 0) _objects.Remove(key);
        else Store(old with { Metadata = old.Metadata with { DeletionTimestamp = Given.Now, Generation = old.Metadata.Generation + 1 } });
    }

    public async ValueTask<TrafficMirrorFilter> WriteStatusAsync(
        TrafficMirrorFilter read, TrafficMirrorFilter changed, CancellationToken cancellationToken)
    {
        if (BeforeWrite is { } hook) await hook(changed.Status!);
        Fence(read);
        Written.Add(changed.Status!);
        return Store(_objects[read.Key()] with { Status = changed.Status });
    }

    public ValueTask<TrafficMirrorFilter> WriteFinalizersAsync(
        TrafficMirrorFilter read, IReadOnlyList<string> finalizers, CancellationToken cancellationToken)
    {
        Fence(read);
        var stored = Store(_objects[read.Key()] with { Metadata = _objects[read.Key()].Metadata with { Finalizers = finalizers } });
        if (stored.Metadata.DeletionTimestamp is not null && finalizers.Count == 0) _objects.Remove(read.Key());
        return ValueTask.FromResult(stored);
    }

    public ValueTask<TrafficMirrorFilter> CreateAsync(TrafficMirrorFilter item, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public ValueTask<TrafficMirrorFilter> ChangeAsync(
        TrafficMirrorFilter read, TrafficMirrorFilter changed, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask DeleteAsync(TrafficMirrorFilter read, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<bool> IsKindGoingAwayAsync(CancellationToken cancellationToken) => ValueTask.FromResult(KindIsGoingAway);

    private void Fence(TrafficMirrorFilter read)
    {
        if (Find(read.Key())?.Metadata.ResourceVersion != read.Metadata.ResourceVersion) throw new ConflictException(read.Key().ToString());
    }

    private TrafficMirrorFilter Store(TrafficMirrorFilter declared)
    {
        var version = (++_version).ToString(CultureInfo.InvariantCulture);
        return _objects[declared.Key()] = declared with { Metadata = declared.Metadata with { ResourceVersion = version } };
    }
}
