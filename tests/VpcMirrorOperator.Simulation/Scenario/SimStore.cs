using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Simulation.Loop;

namespace VpcMirrorOperator.Simulation.Scenario;

/// <summary>The API server of a simulation: the truth about objects, with resourceVersions. It survives every crash.</summary>
internal sealed class SimStore(SimLoop loop)
{
    private readonly SortedDictionary<ObjectKey, TrafficMirrorSession> _objects = [];
    private long _version;
    private int _declared;

    /// <summary>Raised after every change: object, and whether its declared side changed.</summary>
    public event Action<TrafficMirrorSession, bool>? Changed;

    /// <summary>Raised before a status is stored, with the object as it is: the place to check what an intent may be.</summary>
    public event Action<TrafficMirrorSession, TrafficMirrorSessionStatus>? StatusWritten;

    /// <summary>Raised when an object is gone, with the object as it was last.</summary>
    public event Action<TrafficMirrorSession>? Removed;

    public TimeSpan Elapsed => loop.Time.Elapsed;

    public IReadOnlyCollection<TrafficMirrorSession> Objects => _objects.Values;

    public TrafficMirrorSession Get(ObjectKey key) => _objects[key];

    public void Declare(TrafficMirrorSession declared) => Put(declared with
    {
        Metadata = declared.Metadata with
        {
            Generation = 1, Uid = $"uid-{++_declared}", CreationTimestamp = Created(),
        },
    }, true);

    /// <summary>Whole seconds, as on an API server. What there is from the beginning was made before.</summary>
    private DateTimeOffset Created()
    {
        var now = loop.Time.GetUtcNow();
        return loop.Time.Elapsed == TimeSpan.Zero ? now.AddSeconds(_declared - 1001) : now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
    }

    public void EditSpec(ObjectKey key, Func<TrafficMirrorSessionSpec, TrafficMirrorSessionSpec> edit)
    {
        var old = _objects[key];
        Put(old with { Spec = edit(old.Spec), Metadata = old.Metadata with { Generation = old.Metadata.Generation + 1 } }, true);
    }

    public void Annotate(ObjectKey key, string annotation, string value)
    {
        var old = _objects[key];
        var annotations = new Dictionary<string, string>(old.Metadata.Annotations, StringComparer.Ordinal) { [annotation] = value };
        Put(old with { Metadata = old.Metadata with { Annotations = annotations } }, true);
    }

    public TrafficMirrorSession WriteStatus(TrafficMirrorSession read, TrafficMirrorSessionStatus status)
    {
        var current = Fenced(read);
        StatusWritten?.Invoke(current, status);
        return Put(current with { Status = status }, false);
    }

    public TrafficMirrorSession WriteFinalizers(TrafficMirrorSession read, IReadOnlyList<string> finalizers)
    {
        var current = Fenced(read);
        var stored = Put(current with { Metadata = current.Metadata with { Finalizers = finalizers } }, false);
        if (stored.Metadata.DeletionTimestamp is not null && finalizers.Count == 0) Remove(stored);
        return stored;
    }

    /// <summary>Stores an object that the operator makes.</summary>
    public TrafficMirrorSession Create(TrafficMirrorSession item)
    {
        if (_objects.ContainsKey(item.Key())) throw new ConflictException($"{item.Key()} exists already");
        Declare(item with { Status = null });
        return _objects[item.Key()];
    }

    /// <summary>Replaces spec, labels and annotations of an object that is still the one that was read.</summary>
    public TrafficMirrorSession Change(TrafficMirrorSession read, TrafficMirrorSession changed)
    {
        var current = Fenced(read);
        var metadata = current.Metadata with { Labels = changed.Metadata.Labels, Annotations = changed.Metadata.Annotations };
        var generation = metadata.Generation + (current.Spec == changed.Spec ? 0 : 1);
        return Put(current with { Spec = changed.Spec, Metadata = metadata with { Generation = generation } }, true);
    }

    /// <summary>Deletes an object that is still the one that was read; one that is gone stays so.</summary>
    public void Delete(TrafficMirrorSession read)
    {
        if (_objects.ContainsKey(read.Key())) Delete(Fenced(read).Key());
    }

    /// <summary>Asks for the deletion, as a user does: the object stays while a finalizer holds it.</summary>
    public void Delete(ObjectKey key)
    {
        var old = _objects[key];
        if (old.Metadata.Finalizers.Count == 0) Remove(old);
        else if (old.Metadata.DeletionTimestamp is null) Put(AsDeleted(old), true);
    }

    private TrafficMirrorSession AsDeleted(TrafficMirrorSession old) => old with
    {
        Metadata = old.Metadata with { DeletionTimestamp = loop.Time.GetUtcNow(), Generation = old.Metadata.Generation + 1 },
    };

    private void Remove(TrafficMirrorSession gone)
    {
        _objects.Remove(gone.Key());
        _version++;
        Removed?.Invoke(gone);
    }

    private TrafficMirrorSession Fenced(TrafficMirrorSession read)
    {
        if (_objects.GetValueOrDefault(read.Key()) is not { } current) throw new ConflictException($"{read.Key()} is gone");
        if (current.Metadata.Uid != read.Metadata.Uid || current.Metadata.ResourceVersion != read.Metadata.ResourceVersion)
            throw new ConflictException($"{read.Key()} is at {current.Metadata.ResourceVersion}, not {read.Metadata.ResourceVersion}");
        return current;
    }

    private TrafficMirrorSession Put(TrafficMirrorSession changed, bool declaredSide)
    {
        var version = (++_version).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var stored = changed with { Metadata = changed.Metadata with { ResourceVersion = version } };
        _objects[stored.Key()] = stored;
        Changed?.Invoke(stored, declaredSide);
        return stored;
    }
}
