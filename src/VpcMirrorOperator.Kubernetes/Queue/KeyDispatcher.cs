namespace VpcMirrorOperator.Kubernetes.Queue;

/// <summary>
/// What makes the state machine of the keys a queue: one lock around it, the timer that ends waits, and the hand-over of ready keys to
/// waiting workers.
/// </summary>
/// <remarks>Thread-safe. "Now" is the time since the dispatcher was made.</remarks>
internal sealed class KeyDispatcher<TKey> : IDisposable
    where TKey : notnull
{
    private readonly Lock _lock = new();
    private readonly KeyStates<TKey> _keys;
    private readonly WaitingKeys<TKey> _waiting;
    private readonly Waiters<TKey> _waiters;
    private readonly TimeProvider _time;
    private readonly long _start;
    private bool _closed;

    public KeyDispatcher(TimeProvider time, IWorkQueueMetrics? metrics)
    {
        _time = time;
        _start = time.GetTimestamp();
        _waiters = new Waiters<TKey>(_lock);
        _waiting = new WaitingKeys<TKey>(time, _ => OnTimer());
        _keys = new KeyStates<TKey>(_waiting, metrics);
    }

    /// <summary>Entries that wait for the timer.</summary>
    public int Waiting
    {
        get { lock (_lock) return _waiting.Count; }
    }

    private TimeSpan Now => _time.GetElapsedTime(_start);

    /// <summary>Reads something of the keys' state.</summary>
    public TResult Read<TResult>(Func<KeyStates<TKey>, TResult> read)
    {
        lock (_lock) return read(_keys);
    }

    /// <summary>Sets the key's failures back to none; moves no key, so that nothing follows from it.</summary>
    public void Forget(TKey key)
    {
        lock (_lock) _keys.Forget(key);
    }

    /// <summary>One step of the state machine, with all that follows from it. Ignored once closed.</summary>
    /// <param name="argument">What the step needs, so that it captures nothing: several are made for each reconcile.</param>
    /// <param name="change">The step.</param>
    public void Change<TArgument>(TArgument argument, Action<KeyStates<TKey>, TArgument, TimeSpan> change)
    {
        lock (_lock)
        {
            if (_closed) return;
            var now = Now;
            change(_keys, argument, now);
            Settle(now);
        }
    }

    /// <summary>The next ready key, or the task of a worker that waits for one.</summary>
    /// <exception cref="WorkQueueClosedException">Closed, and nothing is left.</exception>
    public ValueTask<TKey> GetAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_keys.TryGet(Now, out var key)) return new ValueTask<TKey>(key);
            if (_closed) throw new WorkQueueClosedException();
            return _waiters.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Ends the processing of a key; also after <see cref="Dispose"/>, because dirty keys are still handed out then.</summary>
    public void Finish(TKey key)
    {
        lock (_lock)
        {
            var now = Now;
            _keys.Finish(key, now);
            Settle(now);
        }
    }

    /// <summary>Drops all waits and ignores all later changes; ready keys can still be got.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _closed = true;
            _waiting.Dispose();
            _waiters.Close();
        }
    }

    private void OnTimer()
    {
        lock (_lock) _waiting.Disarm();
        Change(0, static (keys, _, now) => keys.WakeDue(now));
    }

    /// <summary>Gives ready keys to waiting workers and sets the timer. Workers wait only while nothing is ready: this is short.</summary>
    private void Settle(TimeSpan now)
    {
        while (_waiters.Any && _keys.TryGet(now, out var key)) _waiters.Serve(key);
        if (!_closed) _waiting.Arm(now);
    }
}
