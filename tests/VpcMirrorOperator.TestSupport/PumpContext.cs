namespace VpcMirrorOperator.TestSupport;

/// <summary>
/// One thread, one queue of continuations: with it and a fake clock, asynchronous code runs in one reproducible order. It also
/// proves that the code under test never leaves its context: a continuation that comes from another thread fails the test.
/// </summary>
public sealed class PumpContext : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _posted = [];
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private int _foreignPosts;

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (Environment.CurrentManagedThreadId != _thread) Interlocked.Increment(ref _foreignPosts);
        lock (_posted) _posted.Enqueue((d, state));
    }

    /// <summary>Does something in this context, then everything that follows from it without time passing.</summary>
    public void Run(Action action) => Run(() =>
    {
        action();
        return 0;
    });

    /// <summary>Does something in this context, then everything that follows from it without time passing.</summary>
    /// <returns>What <paramref name="work"/> gave; a task of it may still wait for time to pass.</returns>
    public T Run<T>(Func<T> work)
    {
        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            var result = work();
            RunReady();
            return result;
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    /// <summary>Runs all that is ready; for work inside of <see cref="Run{T}"/> that lets time pass by itself.</summary>
    public void RunReady()
    {
        while (TryTake(out var next)) next.Callback(next.State);
        Assert.True(Volatile.Read(ref _foreignPosts) == 0, "A continuation came from another thread.");
    }

    private bool TryTake(out (SendOrPostCallback Callback, object? State) next)
    {
        lock (_posted) return _posted.TryDequeue(out next);
    }
}
