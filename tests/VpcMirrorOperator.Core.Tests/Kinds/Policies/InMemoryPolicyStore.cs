using System.Globalization;
using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Core.Tests.Kinds.Policies;

/// <summary>Policies in memory, with the optimistic lock of an API server.</summary>
internal sealed class InMemoryPolicyStore(TimeProvider time) : IObjectStore<TrafficMirrorPolicy>
{
    private readonly Dictionary<ObjectKey, TrafficMirrorPolicy> _objects = [];
    private int _version;

    public bool KindIsGoingAway { get; set; }

    /// <summary>Every status written, oldest first.</summary>
    public List<TrafficMirrorPolicyStatus> Written { get; } = [];

    public TrafficMirrorPolicy? Find(ObjectKey key) => _objects.GetValueOrDefault(key);

    public IReadOnlyCollection<TrafficMirrorPolicy> List() => _objects.Values;

    public IReadOnlyCollection<TrafficMirrorPolicy> ClaimantsOf(string identity) => [];

    public void Put(TrafficMirrorPolicy policy) => Store(
        policy with { Metadata = policy.Metadata with { Generation = policy.Metadata.Generation + 1 } });

    /// <summary>Changes labels or annotations, and no spec.</summary>
    public void Touch(TrafficMirrorPolicy policy) => Store(policy);

    public void Delete(ObjectKey key)
    {
        var old = _objects[key];
        if (old.Metadata.Finalizers.Count == 0) _objects.Remove(key);
        else Store(old with { Metadata = old.Metadata with { DeletionTimestamp = time.GetUtcNow() } });
    }

    public ValueTask<TrafficMirrorPolicy> WriteStatusAsync(
        TrafficMirrorPolicy read, TrafficMirrorPolicy changed, CancellationToken cancellationToken)
    {
        Fence(read);
        Written.Add(changed.Status!);
        return ValueTask.FromResult(Store(_objects[read.Key()] with { Status = changed.Status }));
    }

    public ValueTask<TrafficMirrorPolicy> WriteFinalizersAsync(
        TrafficMirrorPolicy read, IReadOnlyList<string> finalizers, CancellationToken cancellationToken)
    {
        Fence(read);
        var stored = Store(_objects[read.Key()] with { Metadata = _objects[read.Key()].Metadata with { Finalizers = finalizers } });
        if (stored.Metadata.DeletionTimestamp is not null && finalizers.Count == 0) _objects.Remove(read.Key());
        return ValueTask.FromResult(stored);
    }

    public ValueTask<TrafficMirrorPolicy> CreateAsync(TrafficMirrorPolicy item, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public ValueTask<TrafficMirrorPolicy> ChangeAsync(
        TrafficMirrorPolicy read, TrafficMirrorPolicy changed, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask DeleteAsync(TrafficMirrorPolicy read, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<bool> IsKindGoingAwayAsync(CancellationToken cancellationToken) => ValueTask.FromResult(KindIsGoingAway);

    private void Fence(TrafficMirrorPolicy read)
    {
        if (Find(read.Key())?.Metadata.ResourceVersion != read.Metadata.ResourceVersion) throw new ConflictException(read.Key().ToString());
    }

    private TrafficMirrorPolicy Store(TrafficMirrorPolicy policy)
    {
        var version = (++_version).ToString(CultureInfo.InvariantCulture);
        return _objects[policy.Key()] = policy with { Metadata = policy.Metadata with { ResourceVersion = version } };
    }
}
