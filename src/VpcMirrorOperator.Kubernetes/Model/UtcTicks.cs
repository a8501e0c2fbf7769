namespace VpcMirrorOperator.Kubernetes.Model;

/// <summary>
/// Times as they are kept in memory by the ten thousand: a <see cref="DateTimeOffset"/> that may be absent takes 24 bytes, its ticks in UTC
/// take 8.
/// </summary>
public static class UtcTicks
{
    /// <summary>The ticks of a time; 0 for none.</summary>
    /// <param name="time">Any time after the year 1, in any offset.</param>
    public static long Of(DateTimeOffset? time) => time?.UtcTicks ?? 0;

    /// <summary>The time of ticks, in UTC; null for 0.</summary>
    /// <param name="ticks">From <see cref="Of"/>.</param>
    public static DateTimeOffset? Time(long ticks) => ticks == 0 ? null : new DateTimeOffset(ticks, TimeSpan.Zero);
}
