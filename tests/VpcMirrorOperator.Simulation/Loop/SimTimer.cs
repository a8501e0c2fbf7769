namespace VpcMirrorOperator.Simulation.Loop;

/// <summary>
/// A timer on virtual time. Each Change, Dispose and tick makes a new version, so that entries of an older one, in the timer
/// queue or already posted to the process, are stale and skipped.
/// </summary>
internal sealed class SimTimer(VirtualTime time, LoopThread thread, SimProcess? owner, TimerCallback callback, object? state) : ITimer
{
    // Null when the creator suppressed the flow, as Task.Delay and PeriodicTimer do.
    private readonly ExecutionContext? _flow = ExecutionContext.Capture();
    private TimeSpan _due;
    private TimeSpan _period;
    private int _version;
    private int _firedVersion = -1;
    private bool _disposed;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dueTime, Timeout.InfiniteTimeSpan);
        ArgumentOutOfRangeException.ThrowIfLessThan(period, Timeout.InfiniteTimeSpan);
        thread.Demand();
        if (_disposed)
            return false;
        _version++;
        _period = period;
        if (dueTime != Timeout.InfiniteTimeSpan)
            ScheduleAt(time.Elapsed + dueTime);
        return true;
    }

    /// <summary>
    /// Ignored on other threads: the finalizer of an abandoned PeriodicTimer comes at a moment that the garbage collector chooses,
    /// and a timer that stops then would make the run depend on it.
    /// </summary>
    public void Dispose() => _disposed |= thread.IsCurrent;

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    internal bool IsArmed(int version) => version == _version && _firedVersion != version && !_disposed && owner is not { IsAlive: false };

    internal void Fire()
    {
        _firedVersion = _version;
        if (owner is null)
            Tick();
        else
            owner.Post(static timer => ((SimTimer)timer!).Tick(), this);
    }

    private void Tick()
    {
        if (_disposed || _firedVersion != _version)
            return;
        _version++;
        if (_period > TimeSpan.Zero)
            ScheduleAt(NextBeat());
        if (_flow is null)
            callback(state);
        else
            ExecutionContext.Run(_flow, static timer => ((SimTimer)timer!).Call(), this);
    }

    private void Call() => callback(state);

    private void ScheduleAt(TimeSpan due) => time.Schedule(this, _version, _due = due);

    // Beats missed in a pause collapse into one, as they do for a stopped process.
    private TimeSpan NextBeat() => _due + (_period * (((time.Elapsed - _due).Ticks / _period.Ticks) + 1));
}
