namespace VpcMirrorOperator.Kubernetes.Queue;

/// <summary>
/// The keys that wait, the one that is due first on top: a binary heap whose items know their places, so that a wait can be brought
/// forward or cancelled in O(log n), and no outdated entry ever stays behind. <see cref="PriorityQueue{TElement, TPriority}"/> would have
/// to search for it.
/// </summary>
internal sealed class DueHeap<TKey>
{
    private readonly List<WorkItem<TKey>> _items = [];

    public int Count => _items.Count;

    /// <summary>The one whose wait ends first; null when none waits.</summary>
    public WorkItem<TKey>? First => _items.Count == 0 ? null : _items[0];

    public IEnumerable<WorkItem<TKey>> Items => _items;

    public void Add(WorkItem<TKey> item)
    {
        _items.Add(item);
        Rise(item, _items.Count - 1);
    }

    /// <summary>Takes out an item that is in the heap, while it still has the due time by which it was put there.</summary>
    public void Remove(WorkItem<TKey> item)
    {
        var last = _items[^1];
        _items.RemoveAt(_items.Count - 1);
        if (ReferenceEquals(last, item)) return;
        Rise(last, item.HeapIndex);
        Sink(last, last.HeapIndex);
    }

    public void Clear() => _items.Clear();

    private void Rise(WorkItem<TKey> item, int index)
    {
        while (index > 0 && item.IsDueBefore(_items[(index - 1) / 2]))
        {
            Place(_items[(index - 1) / 2], index);
            index = (index - 1) / 2;
        }

        Place(item, index);
    }

    private void Sink(WorkItem<TKey> item, int index)
    {
        while (EarlierChild(index) is var child && child < _items.Count && _items[child].IsDueBefore(item))
        {
            Place(_items[child], index);
            index = child;
        }

        Place(item, index);
    }

    /// <summary>The place of the child that is due first; beyond the end when there is none.</summary>
    private int EarlierChild(int index)
    {
        var left = (2 * index) + 1;
        return left + 1 < _items.Count && _items[left + 1].IsDueBefore(_items[left]) ? left + 1 : left;
    }

    private void Place(WorkItem<TKey> item, int index)
    {
        _items[index] = item;
        item.HeapIndex = index;
    }
}
