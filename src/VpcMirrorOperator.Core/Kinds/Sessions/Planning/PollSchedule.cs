namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>When to look again at a session whose end of change cannot be foreseen.</summary>
internal static class PollSchedule
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    /// <summary>Half of the time waited so far, within bounds: long waits are looked at less often.</summary>
    public static TimeSpan WhileBusy(TimeSpan busyFor, PlannerSettings settings) =>
        TimeSpan.FromTicks(Math.Clamp(busyFor.Ticks / 2, settings.BusyPoll.Ticks, Longest.Ticks));
}
