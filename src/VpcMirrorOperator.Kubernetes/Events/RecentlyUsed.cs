using System.Diagnostics.CodeAnalysis;

namespace VpcMirrorOperator.Kubernetes.Events;

/// <summary>A dictionary of a limited size: what was put in longest ago makes room. Every call is O(1).</summary>
/// <remarks>Not thread-safe.</remarks>
/// <param name="capacity">The most entries.</param>
internal sealed class RecentlyUsed<TKey, TValue>(int capacity)
    where TKey : notnull
{
    private readonly Dictionary<TKey, LinkedListNode<(TKey Key, TValue Value)>> _nodes = [];
    private readonly LinkedList<(TKey Key, TValue Value)> _order = new();

    /// <summary>All entries as they are now, the ones that were put in longest ago first.</summary>
    public IReadOnlyList<(TKey Key, TValue Value)> Entries => [.. _order];

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        var found = _nodes.TryGetValue(key, out var node);
        value = found ? node!.Value.Value : default;
        return found;
    }

    /// <summary>Puts a value in, or puts it in anew.</summary>
    public void Put(TKey key, TValue value)
    {
        Remove(key);
        if (_nodes.Count >= capacity) Remove(_order.First!.Value.Key);
        _nodes[key] = _order.AddLast((key, value));
    }

    public void Remove(TKey key)
    {
        if (_nodes.Remove(key, out var node)) _order.Remove(node);
    }
}
