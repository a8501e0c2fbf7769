using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Simulation.Loop;

namespace VpcMirrorOperator.Simulation.Scenario;

/// <summary>
/// The API server of a simulation for one kind: the truth about objects, with resourceVersions. It survives every crash.
/// </summary>
internal abstract class ObjectServer<T>(SimLoop loop)
    where T : class, IResource
{
    private readonly SortedDictionary<ObjectKey, T> _objects = [];
    private long _version;
    private int _declared;

    /// <summary>Raised after every change: object, and whether its declared side changed.</summary>
    public event Action<T, bool>? Changed;

    /// <summary>Raised when an object is gone, with the object as it was last.</summary>
    public event Action<T>? Removed;

    public TimeSpan Elapsed => loop.Time.Elapsed;

    public IReadOnlyCollection<T> Objects => _objects.Values;

    public T Get(ObjectKey key) => _objects[key];

    public T? Find(ObjectKey key) => _objects.GetValueOrDefault(key);

    public void Declare(T declared) => Put(With(declared, declared.Metadata with
    {
        Generation = 1, Uid = UidOf(++_declared), CreationTimestamp = Created(),
    }), true);

    /// <summary>Whole seconds, as on an API server. What there is from the beginning was made before.</summary>
    private DateTimeOffset Created()
    {
        var now = loop.Time.GetUtcNow();
        return loop.Time.Elapsed == TimeSpan.Zero ? now.AddSeconds(_declared - 1001) : now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
    }

    public void Annotate(ObjectKey key, string annotation, string value) => Annotate(_objects[key], annotation, value);

    /// <summary>Sets an annotation of an object that is still the one that was read.</summary>
    public T AnnotateFenced(T read, string annotation, string value) => Annotate(Fenced(read), annotation, value);

    /// <summary>Stores another status of an object that is still the one that was read.</summary>
    public T WriteStatus(T read, T changed)
    {
        var current = Fenced(read);
        BeforeStatus(current, changed);
        return Put(WithStatusOf(current, changed), false);
    }

    public T WriteFinalizers(T read, IReadOnlyList<string> finalizers)
    {
        var current = Fenced(read);
        var stored = Put(With(current, current.Metadata with { Finalizers = finalizers }), false);
        if (stored.Metadata.DeletionTimestamp is not null && finalizers.Count == 0) Remove(stored);
        return stored;
    }

    /// <summary>Stores an object that the operator makes.</summary>
    public T Create(T item)
    {
        if (_objects.ContainsKey(item.Metadata.Key)) throw new ConflictException($"{item.Metadata.Key} exists already");
        Declare(WithStatusOf(item, null));
        return _objects[item.Metadata.Key];
    }

    /// <summary>Replaces spec, labels and annotations of an object that is still the one that was read.</summary>
    public T Change(T read, T changed)
    {
        var current = Fenced(read);
        var metadata = current.Metadata with { Labels = changed.Metadata.Labels, Annotations = changed.Metadata.Annotations };
        var generation = metadata.Generation + (HaveSameSpec(current, changed) ? 0 : 1);
        return Put(With(WithSpecOf(current, changed), metadata with { Generation = generation }), true);
    }

    /// <summary>Deletes an object that is still the one that was read; one that is gone stays so.</summary>
    public void Delete(T read)
    {
        if (_objects.ContainsKey(read.Metadata.Key)) Delete(Fenced(read).Metadata.Key);
    }

    /// <summary>Asks for the deletion, as a user does: the object stays while a finalizer holds it.</summary>
    public void Delete(ObjectKey key)
    {
        var old = _objects[key];
        if (old.Metadata.Finalizers.Count == 0) Remove(old);
        else if (old.Metadata.DeletionTimestamp is null) Put(AsDeleted(old), true);
    }

    /// <summary>The uid of the n-th object of the kind.</summary>
    protected abstract string UidOf(int number);

    protected abstract T With(T item, ObjectMeta metadata);

    protected abstract T WithSpecOf(T item, T other);

    /// <summary>The object with the status of another one, or with none.</summary>
    protected abstract T WithStatusOf(T item, T? other);

    protected abstract bool HaveSameSpec(T one, T other);

    /// <summary>Is told before a status is stored.</summary>
    protected abstract void BeforeStatus(T current, T changed);

    /// <summary>Stores what a user edited.</summary>
    protected void PutEdited(T old, T edited) =>
        Put(With(edited, old.Metadata with { Generation = old.Metadata.Generation + 1 }), true);

    /// <summary>Stores an object as it is; whoever follows is told.</summary>
    protected T Put(T changed, bool declaredSide)
    {
        var version = (++_version).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var stored = With(changed, changed.Metadata with { ResourceVersion = version });
        _objects[stored.Metadata.Key] = stored;
        Changed?.Invoke(stored, declaredSide);
        return stored;
    }

    private T Annotate(T old, string annotation, string value)
    {
        var annotations = new Dictionary<string, string>(old.Metadata.Annotations, StringComparer.Ordinal) { [annotation] = value };
        return Put(With(old, old.Metadata with { Annotations = annotations }), true);
    }

    private T AsDeleted(T old) => With(old, old.Metadata with
    {
        DeletionTimestamp = loop.Time.GetUtcNow(), Generation = old.Metadata.Generation + 1,
    });

    private void Remove(T gone)
    {
        _objects.Remove(gone.Metadata.Key);
        _version++;
        Removed?.Invoke(gone);
    }

    private T Fenced(T read)
    {
        var key = read.Metadata.Key;
        if (_objects.GetValueOrDefault(key) is not { } current) throw new ConflictException($"{key} is gone");
        if (current.Metadata.Uid != read.Metadata.Uid || current.Metadata.ResourceVersion != read.Metadata.ResourceVersion)
            throw new ConflictException($"{key} is at {current.Metadata.ResourceVersion}, not {read.Metadata.ResourceVersion}");
        return current;
    }
}
