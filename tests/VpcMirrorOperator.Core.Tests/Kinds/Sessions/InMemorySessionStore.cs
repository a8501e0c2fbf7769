using System.Globalization;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kinds.Sessions;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions;

/// <summary>Objects in memory, with the optimistic lock of an API server.</summary>
internal sealed class InMemorySessionStore : IObjectStore<TrafficMirrorSession>
{
    private readonly Dictionary<ObjectKey, TrafficMirrorSession> _objects = [];
    private int _version;

    /// <summary>Runs before a status is written: somebody else's change, or a slow server.</summary>
    public Func<TrafficMirrorSessionStatus, Task>? BeforeWrite { get; set; }

    /// <summary>Every status written, oldest first.</summary>
    public List<TrafficMirrorSessionStatus> Written { get; } = [];

    public TrafficMirrorSession? Find(ObjectKey key) => _objects.GetValueOrDefault(key);

    public IReadOnlyCollection<TrafficMirrorSession> List() => _objects.Values;

    /// <summary>True: what asks for the claimants of a session throws, as a defect in the product would.</summary>
    public bool IsBroken { get; set; }

    public IReadOnlyCollection<TrafficMirrorSession> ClaimantsOf(string identity) => IsBroken ? throw new InvalidOperationException() :
        [.. _objects.Values.Where(declared => SessionKind.Resource.Identity(declared) == identity)];

    /// <summary>Creates an object, or replaces its metadata and spec; a new spec is a new generation.</summary>
    public void Put(TrafficMirrorSession declared)
    {
        var old = Find(declared.Key());
        var generation = old is null ? 1 : old.Metadata.Generation + (old.Spec == declared.Spec ? 0 : 1);
        Store(declared with { Metadata = declared.Metadata with { Generation = generation }, Status = old?.Status ?? declared.Status });
    }

    /// <summary>Puts an object with its status, as a backup tool does.</summary>
    public void Replace(TrafficMirrorSession declared) => Store(declared);

    /// <summary>True: the resource definition is being deleted.</summary>
    public bool KindIsGoingAway { get; set; }

    /// <summary>Asks for the deletion, as <c>kubectl delete</c> does: the object stays while a finalizer holds it.</summary>
    public void Delete(ObjectKey key)
    {
        var old = _objects[key];
        if (old.Metadata.Finalizers.Count == 0) Remove(key);
        else Store(old with { Metadata = old.Metadata with { DeletionTimestamp = Given.Now, Generation = old.Metadata.Generation + 1 } });
    }

    public void Remove(ObjectKey key) => _objects.Remove(key);

    public async ValueTask<TrafficMirrorSession> WriteStatusAsync(
        TrafficMirrorSession read, TrafficMirrorSession changed, CancellationToken cancellationToken)
    {
        var status = changed.Status!;
        if (BeforeWrite is { } hook) await hook(status);
        if (Find(read.Key())?.Metadata.ResourceVersion != read.Metadata.ResourceVersion)
            throw new ConflictException("status of " + read.Key());
        Written.Add(status);
        return Store(_objects[read.Key()] with { Status = status });
    }

    public ValueTask<TrafficMirrorSession> WriteFinalizersAsync(
        TrafficMirrorSession read, IReadOnlyList<string> finalizers, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Find(read.Key())?.Metadata.ResourceVersion != read.Metadata.ResourceVersion)
            throw new ConflictException("finalizers of " + read.Key());
        var stored = Store(_objects[read.Key()] with { Metadata = _objects[read.Key()].Metadata with { Finalizers = finalizers } });
        if (stored.Metadata.DeletionTimestamp is not null && finalizers.Count == 0) Remove(read.Key());
        return ValueTask.FromResult(stored);
    }

    /// <summary>Whether annotations of the operator are kept apart from the status, as an API server does.</summary>
    public bool KeepsAnnotations { get; set; }

    /// <summary>How often one was written.</summary>
    public int Annotated { get; private set; }

    public ValueTask<TrafficMirrorSession> AnnotateAsync(
        TrafficMirrorSession read, string name, string value, CancellationToken cancellationToken)
    {
        if (!KeepsAnnotations) return ValueTask.FromResult(read);
        if (Find(read.Key())?.Metadata.ResourceVersion != read.Metadata.ResourceVersion)
            throw new ConflictException("annotation of " + read.Key());
        Annotated++;
        return ValueTask.FromResult(Store(_objects[read.Key()].Annotated(name, value)));
    }

    public ValueTask<TrafficMirrorSession> CreateAsync(TrafficMirrorSession item, CancellationToken cancellationToken)
    {
        if (_objects.ContainsKey(item.Key())) throw new ConflictException(item.Key() + " exists already");
        Put(item with
        {
            Status = null, Metadata = item.Metadata with { Uid = $"uid-made-{_version}", CreationTimestamp = Given.Now },
        });
        return ValueTask.FromResult(_objects[item.Key()]);
    }

    public ValueTask<TrafficMirrorSession> ChangeAsync(
        TrafficMirrorSession read, TrafficMirrorSession changed, CancellationToken cancellationToken)
    {
        if (Find(read.Key())?.Metadata.ResourceVersion != read.Metadata.ResourceVersion)
            throw new ConflictException("spec of " + read.Key());
        Put(changed);
        return ValueTask.FromResult(_objects[read.Key()]);
    }

    public ValueTask DeleteAsync(TrafficMirrorSession read, CancellationToken cancellationToken)
    {
        if (Find(read.Key()) is not { } current) return ValueTask.CompletedTask;
        if (current.Metadata.ResourceVersion != read.Metadata.ResourceVersion) throw new ConflictException("deletion of " + read.Key());
        Delete(read.Key());
        return ValueTask.CompletedTask;
    }

    public ValueTask<bool> IsKindGoingAwayAsync(CancellationToken cancellationToken) => ValueTask.FromResult(KindIsGoingAway);

    private TrafficMirrorSession Store(TrafficMirrorSession declared)
    {
        var version = (++_version).ToString(CultureInfo.InvariantCulture);
        return _objects[declared.Key()] = declared with { Metadata = declared.Metadata with { ResourceVersion = version } };
    }
}
