namespace VpcMirrorOperator.Simulation.Loop;

/// <summary>The one thread a simulation may run on. Anything that arrives from another thread was on the thread pool before.</summary>
internal sealed class LoopThread
{
    private int _id = Environment.CurrentManagedThreadId;

    internal bool IsCurrent => Environment.CurrentManagedThreadId == _id;

    internal void Claim() => _id = Environment.CurrentManagedThreadId;

    internal void Demand()
    {
        if (!IsCurrent)
            throw new InvalidOperationException("The simulation was touched from another thread: something hopped to the thread pool.");
    }
}
