using System.Diagnostics.CodeAnalysis;

namespace VpcMirrorOperator.Kubernetes.Queue;

/// <summary>The keys that are ready: two first-in-first-out lanes, the low one served only while the normal one is empty.</summary>
internal sealed class Lanes<TKey>
{
    private readonly LinkedList<WorkItem<TKey>> _normal = new();
    private readonly LinkedList<WorkItem<TKey>> _low = new();

    public int NormalCount => _normal.Count;

    public int LowCount => _low.Count;

    public int Count => _normal.Count + _low.Count;

    public void Enqueue(WorkItem<TKey> item) => (item.Low ? _low : _normal).AddLast(item.Node);

    /// <summary>Moves an item that is in the low lane to the end of the normal one.</summary>
    public void Raise(WorkItem<TKey> item)
    {
        _low.Remove(item.Node);
        item.Low = false;
        _normal.AddLast(item.Node);
    }

    public bool TryDequeue([MaybeNullWhen(false)] out WorkItem<TKey> item)
    {
        var lane = _normal.Count > 0 ? _normal : _low;
        item = lane.First?.Value;
        if (item is null) return false;
        lane.RemoveFirst();
        return true;
    }
}
