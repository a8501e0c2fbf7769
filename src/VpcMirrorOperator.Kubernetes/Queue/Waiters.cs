namespace VpcMirrorOperator.Kubernetes.Queue;

/// <summary>The workers that wait for a key, served first come, first served.</summary>
/// <remarks>Not thread-safe: every call comes under the queue's lock, except a cancellation, which takes it.</remarks>
internal sealed class Waiters<TKey>(Lock queueLock)
{
    private readonly Lock _lock = queueLock;
    private readonly LinkedList<Waiter> _waiting = new();

    public bool Any => _waiting.Count > 0;

    /// <summary>Joins the line. The task ends with a key, with cancellation, or when the queue is closed.</summary>
    public Task<TKey> WaitAsync(CancellationToken cancellationToken)
    {
        var waiter = new Waiter(cancellationToken);
        var node = _waiting.AddLast(waiter);
        // Registered while in line: a token that is cancelled at this very moment calls back at once, under the same lock.
        waiter.Cancellation = cancellationToken.Register(() => Cancel(node));
        return waiter.Task;
    }

    public void Serve(TKey key) => Next().Give(key);

    public void Close()
    {
        while (Any) Next().Close();
    }

    private Waiter Next()
    {
        var waiter = _waiting.First!.Value;
        _waiting.RemoveFirst();
        return waiter;
    }

    private void Cancel(LinkedListNode<Waiter> node)
    {
        lock (_lock)
        {
            // Already served: the key is the worker's, cancelling now would lose it.
            if (node.List is null) return;
            _waiting.Remove(node);
            node.Value.Cancel();
        }
    }

    /// <summary>Continuations never run inside the lock, and go to the context that awaits.</summary>
    private sealed class Waiter(CancellationToken cancellationToken)
        : TaskCompletionSource<TKey>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public CancellationTokenRegistration Cancellation { get; set; }

        public void Give(TKey key)
        {
            Cancellation.Unregister();
            SetResult(key);
        }

        public void Close()
        {
            Cancellation.Unregister();
            SetException(new WorkQueueClosedException());
        }

        public void Cancel() => SetCanceled(cancellationToken);
    }
}
