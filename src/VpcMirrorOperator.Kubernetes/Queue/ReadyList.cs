using System.Diagnostics.CodeAnalysis;

namespace VpcMirrorOperator.Kubernetes.Queue;

/// <summary>Keys in the order in which they came. Takes no memory but what the keys have for it.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "It is a list of ready keys.")]
internal sealed class ReadyList<TKey>
{
    private WorkItem<TKey>? _first;
    private WorkItem<TKey>? _last;

    public int Count { get; private set; }

    public void AddLast(WorkItem<TKey> item)
    {
        (item.List, item.Before, item.After) = (this, _last, null);
        if (_last is null) _first = item;
        else _last.After = item;
        _last = item;
        Count++;
    }

    public bool TryTakeFirst([MaybeNullWhen(false)] out WorkItem<TKey> item)
    {
        item = _first;
        if (item is null) return false;
        Remove(item);
        return true;
    }

    /// <summary>Takes an item out that is in this list.</summary>
    public void Remove(WorkItem<TKey> item)
    {
        if (item.Before is null) _first = item.After;
        else item.Before.After = item.After;
        if (item.After is null) _last = item.Before;
        else item.After.Before = item.Before;
        (item.List, item.Before, item.After) = (null, null, null);
        Count--;
    }
}
