using System.Diagnostics.CodeAnalysis;

namespace VpcMirrorOperator.Kubernetes.Lists;

/// <summary>Items in the order in which they came; takes no memory but what the items have for it. Not thread-safe.</summary>
/// <typeparam name="T">The item.</typeparam>
public sealed class ListOf<T>
    where T : class, IListed<T>
{
    private T? _last;

    /// <summary>The one that came first; null when there is none. The next one is its <see cref="IListed{T}.After"/>.</summary>
    public T? First { get; private set; }

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Puts an item at the end.</summary>
    /// <param name="item">An item that is in no list.</param>
    public void AddLast(T item)
    {
        ArgumentNullException.ThrowIfNull(item);
        (item.List, item.Before, item.After) = (this, _last, null);
        if (_last is null) First = item;
        else _last.After = item;
        _last = item;
        Count++;
    }

    /// <summary>Takes out the one that came first.</summary>
    /// <param name="item">The item; null when there is none.</param>
    public bool TryTakeFirst([MaybeNullWhen(false)] out T item)
    {
        item = First;
        if (item is null) return false;
        Remove(item);
        return true;
    }

    /// <summary>Takes an item out.</summary>
    /// <param name="item">An item that is in this list.</param>
    public void Remove(T item)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (item.Before is null) First = item.After;
        else item.Before.After = item.After;
        if (item.After is null) _last = item.Before;
        else item.After.Before = item.Before;
        (item.List, item.Before, item.After) = (null, null, null);
        Count--;
    }
}
