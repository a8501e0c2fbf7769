namespace VpcMirrorOperator.AlibabaCloud.Tests.Doubles;

/// <summary>Runs everything that is posted to it on the thread that pumps, as the simulation does.</summary>
internal sealed class PumpContext : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _queue = [];
    private readonly int _thread = Environment.CurrentManagedThreadId;

    /// <summary>Continuations that came from another thread: hops through the thread pool.</summary>
    public int ForeignPosts { get; private set; }

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (Environment.CurrentManagedThreadId != _thread) ForeignPosts++;
        lock (_queue) _queue.Enqueue((d, state));
    }

    /// <summary>Starts a task on this context and runs all that is ready; the caller's context is restored.</summary>
    public Task<T> Start<T>(Func<Task<T>> start)
    {
        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            var task = start();
            RunReady();
            return task;
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    /// <summary>Runs an action and then all that is ready.</summary>
    public void Do(Action action) => Start(() =>
    {
        action();
        return Task.FromResult(0);
    });

    private void RunReady()
    {
        while (TryTake(out var next)) next.Callback(next.State);
    }

    private bool TryTake(out (SendOrPostCallback Callback, object? State) next)
    {
        lock (_queue) return _queue.TryDequeue(out next);
    }
}
