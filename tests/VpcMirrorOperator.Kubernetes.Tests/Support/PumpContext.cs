namespace VpcMirrorOperator.Kubernetes.Tests.Support;

/// <summary>
/// One thread, one queue of continuations: with it and a fake clock, asynchronous code runs in one reproducible order. It also
/// proves that the code under test never leaves its context, since a step taken elsewhere would not happen in <see cref="Run"/>.
/// </summary>
internal sealed class PumpContext : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _posted = new();
    private readonly int _thread = Environment.CurrentManagedThreadId;

    public override void Post(SendOrPostCallback d, object? state)
    {
        Assert.Equal(_thread, Environment.CurrentManagedThreadId);
        _posted.Enqueue((d, state));
    }

    /// <summary>Does something in this context, then everything that follows from it without time passing.</summary>
    public void Run(Action action)
    {
        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            action();
            while (_posted.TryDequeue(out var next)) next.Callback(next.State);
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }
}
