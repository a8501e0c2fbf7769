namespace VpcMirrorOperator.Simulation.Loop;

/// <summary>The steps that could run now. With a random source the next one is any of them; without, the oldest.</summary>
internal sealed class RunQueue(Random? random)
{
    private readonly List<WorkItem> _anyOrder = [];
    private readonly Queue<WorkItem> _inOrder = new();

    internal int Count => random is null ? _inOrder.Count : _anyOrder.Count;

    internal void Add(WorkItem item)
    {
        if (random is null)
            _inOrder.Enqueue(item);
        else
            _anyOrder.Add(item);
    }

    internal WorkItem Take()
    {
        if (random is null)
            return _inOrder.Dequeue();
        var index = random.Next(_anyOrder.Count);
        var item = _anyOrder[index];
        _anyOrder[index] = _anyOrder[^1];
        _anyOrder.RemoveAt(_anyOrder.Count - 1);
        return item;
    }
}
