using System.Diagnostics.CodeAnalysis;
using VpcMirrorOperator.Kubernetes.Lists;

namespace VpcMirrorOperator.Kubernetes.Queue;

/// <summary>
/// The keys that are ready: first in, first out, low priority only while nothing of normal priority is ready. Among those of low priority,
/// the ones that go on come before the ones that begin, so that what was brought for them is used while it is new.
/// </summary>
internal sealed class ReadyKeys<TKey>
{
    private readonly ListOf<WorkItem<TKey>> _normal = new();
    private readonly ListOf<WorkItem<TKey>> _resumed = new();
    private readonly ListOf<WorkItem<TKey>> _low = new();

    public int NormalCount => _normal.Count;

    public int LowCount => _resumed.Count + _low.Count;

    public int Count => NormalCount + LowCount;

    public void Enqueue(WorkItem<TKey> item) => Place(item).AddLast(item);

    /// <summary>Moves an item of low priority behind those of normal priority.</summary>
    public void Raise(WorkItem<TKey> item)
    {
        item.Low = false;
        Move(item);
    }

    /// <summary>Moves an item of low priority behind those that go on; one of normal priority keeps its place.</summary>
    public void Resume(WorkItem<TKey> item)
    {
        item.Resumed = true;
        if (item.Low) Move(item);
    }

    public bool TryDequeue([MaybeNullWhen(false)] out WorkItem<TKey> item)
    {
        var list = _normal.Count > 0 ? _normal : _resumed.Count > 0 ? _resumed : _low;
        return list.TryTakeFirst(out item);
    }

    private ListOf<WorkItem<TKey>> Place(WorkItem<TKey> item) => !item.Low ? _normal : item.Resumed ? _resumed : _low;

    private void Move(WorkItem<TKey> item)
    {
        item.List!.Remove(item);
        Enqueue(item);
    }
}
