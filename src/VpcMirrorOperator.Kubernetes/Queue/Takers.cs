namespace VpcMirrorOperator.Kubernetes.Queue;

/// <summary>The workers that wait for a key, served first come, first served.</summary>
/// <remarks>Not thread-safe: every call comes under the queue's lock, except a cancellation, which takes it.</remarks>
internal sealed class Takers<TKey>(Lock gate)
{
    private readonly LinkedList<Taker> waiting = new();

    public bool Any => waiting.Count > 0;

    /// <summary>Joins the line. The task ends with a key, with cancellation, or when the queue is closed.</summary>
    public Task<TKey> WaitAsync(CancellationToken ct)
    {
        var taker = new Taker(ct);
        var node = waiting.AddLast(taker);
        // Registered while in line: a token that is cancelled at this very moment calls back at once, under the same lock.
        taker.Cancellation = ct.Register(() => Cancel(node));
        return taker.Task;
    }

    public void Serve(TKey key) => Next().Give(key);

    public void Close()
    {
        while (Any) Next().Close();
    }

    private Taker Next()
    {
        var taker = waiting.First!.Value;
        waiting.RemoveFirst();
        return taker;
    }

    private void Cancel(LinkedListNode<Taker> node)
    {
        lock (gate)
        {
            // Already served: the key is the worker's, cancelling now would lose it.
            if (node.List is null) return;
            waiting.Remove(node);
            node.Value.Cancel();
        }
    }

    /// <summary>Continuations never run inside the lock, and go to the context that awaits.</summary>
    private sealed class Taker(CancellationToken ct) : TaskCompletionSource<TKey>(TaskCreationOptions.RunContinuationsAsynchronously)
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

        public void Cancel() => SetCanceled(ct);
    }
}
