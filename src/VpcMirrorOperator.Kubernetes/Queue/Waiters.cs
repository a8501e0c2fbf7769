using System.Threading.Tasks.Sources;

namespace VpcMirrorOperator.Kubernetes.Queue;

/// <summary>The workers that wait for a key, served first come, first served.</summary>
/// <remarks>Not thread-safe: every call comes under the queue's lock, except a cancellation, which takes it.</remarks>
internal sealed class Waiters<TKey>(Lock queueLock)
{
    private readonly Lock _lock = queueLock;
    private readonly LinkedList<Waiter> _waiting = new();
    private readonly Stack<Waiter> _free = [];

    public bool Any => _waiting.Count > 0;

    /// <summary>Joins the line. The task ends with a key, with cancellation, or when the queue is closed.</summary>
    public ValueTask<TKey> WaitAsync(CancellationToken cancellationToken)
    {
        var waiter = _free.TryPop(out var free) ? free : new Waiter(this);
        _waiting.AddLast(waiter.Place);
        // Registered while in line: a token that is cancelled at this very moment calls back at once, under the same lock.
        return waiter.WaitAsync(cancellationToken);
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

    private void Cancel(Waiter waiter)
    {
        lock (_lock)
        {
            // Already served: the key is the worker's, cancelling now would lose it.
            if (waiter.Place.List is null) return;
            _waiting.Remove(waiter.Place);
            waiter.Cancel();
        }
    }

    private void Reuse(Waiter waiter)
    {
        lock (_lock) _free.Push(waiter);
    }

    /// <summary>
    /// One wait, and after it another one's: workers wait for most of their keys. Continuations never run inside the lock, and go to the
    /// context that awaits.
    /// </summary>
    private sealed class Waiter : IValueTaskSource<TKey>
    {
        private readonly Waiters<TKey> _line;
        private ManualResetValueTaskSourceCore<TKey> _end = new() { RunContinuationsAsynchronously = true };
        private CancellationToken _token;
        private CancellationTokenRegistration _cancellation;
        private bool _isReusable;

        public Waiter(Waiters<TKey> line) => (_line, Place) = (line, new LinkedListNode<Waiter>(this));

        /// <summary>Its place in the line.</summary>
        public LinkedListNode<Waiter> Place { get; }

        public ValueTask<TKey> WaitAsync(CancellationToken cancellationToken)
        {
            _end.Reset();
            // Read first: it may end at once.
            var version = _end.Version;
            (_token, _isReusable) = (cancellationToken, false);
            _cancellation = cancellationToken.UnsafeRegister(
                static waiter => ((Waiter)waiter!)._line.Cancel((Waiter)waiter), this);
            return new ValueTask<TKey>(this, version);
        }

        public void Give(TKey key)
        {
            // A cancellation that has begun still holds it, so that it cannot become another one's wait.
            _isReusable = _cancellation.Unregister();
            _end.SetResult(key);
        }

        public void Close()
        {
            _cancellation.Unregister();
            _end.SetException(new WorkQueueClosedException());
        }

        public void Cancel() => _end.SetException(new OperationCanceledException(_token));

        public TKey GetResult(short token)
        {
            var key = _end.GetResult(token);
            if (_isReusable) _line.Reuse(this);
            return key;
        }

        public ValueTaskSourceStatus GetStatus(short token) => _end.GetStatus(token);

        public void OnCompleted(
            Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
            _end.OnCompleted(continuation, state, token, flags);
    }
}
