namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>When to observe a session again whose end of change cannot be foreseen.</summary>
internal static class PollSchedule
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    /// <summary>Half of the time waited so far, within bounds: long waits are observed less often.</summary>
    public static TimeSpan WhileBusy(TimeSpan busyFor) =>
        TimeSpan.FromTicks(Math.Clamp(busyFor.Ticks / 2, SessionLimits.BusyPoll.Ticks, Longest.Ticks));
}
