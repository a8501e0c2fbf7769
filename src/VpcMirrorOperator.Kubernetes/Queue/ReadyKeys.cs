using System.Diagnostics.CodeAnalysis;

namespace VpcMirrorOperator.Kubernetes.Queue;

/// <summary>The keys that are ready: first in, first out, low priority only while nothing of normal priority is ready.</summary>
internal sealed class ReadyKeys<TKey>
{
    private readonly LinkedList<WorkItem<TKey>> _normal = new();
    private readonly LinkedList<WorkItem<TKey>> _low = new();

    public int NormalCount => _normal.Count;

    public int LowCount => _low.Count;

    public int Count => _normal.Count + _low.Count;

    public void Enqueue(WorkItem<TKey> item) => (item.Low ? _low : _normal).AddLast(item.Node);

    /// <summary>Moves an item of low priority behind those of normal priority.</summary>
    public void Raise(WorkItem<TKey> item)
    {
        _low.Remove(item.Node);
        item.Low = false;
        _normal.AddLast(item.Node);
    }

    public bool TryDequeue([MaybeNullWhen(false)] out WorkItem<TKey> item)
    {
        var list = _normal.Count > 0 ? _normal : _low;
        item = list.First?.Value;
        if (item is null) return false;
        list.RemoveFirst();
        return true;
    }
}
