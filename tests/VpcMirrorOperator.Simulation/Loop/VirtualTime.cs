namespace VpcMirrorOperator.Simulation.Loop;

/// <summary>
/// The time of a simulation. It stands still while code runs and jumps to the next timer when the loop has nothing left to run.
/// Timers made here belong to nobody and fire on the loop itself; a process uses <see cref="ForProcess"/>.
/// </summary>
public sealed class VirtualTime : TimeProvider
{
    private readonly PriorityQueue<(SimTimer Timer, int Version), (TimeSpan Due, long Sequence)> _timers = new();
    private readonly LoopThread _thread;
    private readonly DateTimeOffset _start;
    private long _sequence;

    internal VirtualTime(DateTimeOffset start, LoopThread thread) => (_start, _thread) = (start, thread);

    /// <summary>Since the simulation began.</summary>
    public TimeSpan Elapsed { get; private set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => _start + Elapsed;

    public override long GetTimestamp() => Elapsed.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        CreateTimer(owner: null, callback, state, dueTime, period);

    /// <summary>The clock as one process sees it: wrong by <paramref name="skew"/>, with timers that die with the process.</summary>
    public TimeProvider ForProcess(SimProcess process, TimeSpan skew = default) => new ProcessTime(this, process, skew);

    internal SimTimer CreateTimer(SimProcess? owner, TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SimTimer(this, _thread, owner, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    internal void Schedule(SimTimer timer, int version, TimeSpan due) => _timers.Enqueue((timer, version), (due, _sequence++));

    /// <summary>Whether anything is still going to happen by itself.</summary>
    internal bool HasTimers => NextDue() is not null;

    /// <summary>Jumps to the next timer and fires all that are due then; without one up to <paramref name="end"/>, jumps there.</summary>
    internal bool AdvanceToNextTimer(TimeSpan end)
    {
        if (NextDue() is not { } due || due > end)
        {
            Elapsed = end;
            return false;
        }

        Elapsed = due > Elapsed ? due : Elapsed;
        while (NextDue() <= Elapsed)
            _timers.Dequeue().Timer.Fire();
        return true;
    }

    private TimeSpan? NextDue()
    {
        while (_timers.TryPeek(out var entry, out var key))
        {
            if (entry.Timer.IsArmed(entry.Version))
                return key.Due;
            _timers.Dequeue();
        }

        return null;
    }
}
