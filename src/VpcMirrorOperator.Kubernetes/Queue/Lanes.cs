using System.Diagnostics.CodeAnalysis;

namespace VpcMirrorOperator.Kubernetes.Queue;

/// <summary>The keys that are ready: two first-in-first-out lanes, the low one served only while the normal one is empty.</summary>
internal sealed class Lanes<TKey>
{
    private readonly LinkedList<WorkItem<TKey>> normal = new();
    private readonly LinkedList<WorkItem<TKey>> low = new();

    public int NormalCount => normal.Count;

    public int LowCount => low.Count;

    public int Count => normal.Count + low.Count;

    public void Enqueue(WorkItem<TKey> item) => (item.Low ? low : normal).AddLast(item.Node);

    /// <summary>Moves an item that is in the low lane to the end of the normal one.</summary>
    public void Raise(WorkItem<TKey> item)
    {
        low.Remove(item.Node);
        item.Low = false;
        normal.AddLast(item.Node);
    }

    public bool TryDequeue([MaybeNullWhen(false)] out WorkItem<TKey> item)
    {
        var lane = normal.Count > 0 ? normal : low;
        item = lane.First?.Value;
        if (item is null) return false;
        lane.RemoveFirst();
        return true;
    }
}
