namespace VpcMirrorOperator.Simulation.Loop;

/// <summary>Virtual time as one process sees it. Skew falsifies the wall clock only, as on a real host: durations stay right.</summary>
internal sealed class ProcessTime(VirtualTime time, SimProcess process, TimeSpan skew) : TimeProvider
{
    public override long TimestampFrequency => time.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow() + skew;

    public override long GetTimestamp() => time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        time.CreateTimer(process, callback, state, dueTime, period);
}
