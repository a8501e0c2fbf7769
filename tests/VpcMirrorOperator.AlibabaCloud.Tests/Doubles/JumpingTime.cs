using VpcMirrorOperator.TestSupport.Cloud;

namespace VpcMirrorOperator.AlibabaCloud.Tests.Doubles;

/// <summary>
/// The clock of a process that is frozen and wakes up: time jumps, and no timer has fired yet when the code goes on. Timers never fire.
/// </summary>
internal sealed class JumpingTime : TimeProvider
{
    private long _jumped;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Jump(TimeSpan by) => Interlocked.Add(ref _jumped, by.Ticks);

    public override long GetTimestamp() => Interlocked.Read(ref _jumped);

    public override DateTimeOffset GetUtcNow() => TestClient.Start + TimeSpan.FromTicks(Interlocked.Read(ref _jumped));

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new NoTimer();

    private sealed class NoTimer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
