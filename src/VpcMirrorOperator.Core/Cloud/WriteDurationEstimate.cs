namespace VpcMirrorOperator.Cloud;

/// <summary>
/// What is known of how long the cloud takes to carry out a write: longer than <see cref="Low"/>, at most <see cref="High"/>. Polls are
/// placed to halve the range until it is tight, then at its upper end, so that an observation neither comes too early nor wastes time.
/// </summary>
/// <param name="Low">The longest time after acceptance at which the session was seen still changing.</param>
/// <param name="High">The shortest time after which it was seen settled; null until the first operation ended.</param>
/// <param name="Uses">Operations that ended since the range was last widened.</param>
/// <param name="LowIsGuess">True while no operation was seen unfinished at <paramref name="Low"/> since it was widened.</param>
internal sealed record WriteDurationEstimate(TimeSpan Low, TimeSpan? High, int Uses, bool LowIsGuess = false)
{
    /// <summary>Nothing known.</summary>
    public static readonly WriteDurationEstimate Unknown = new(TimeSpan.Zero, null, 0);

    /// <summary>The floor between two polls of one operation.</summary>
    public static readonly TimeSpan Floor = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    /// <summary>However long writes took before: nobody knows how this one goes, and what happens meanwhile is not seen.</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Resolution = TimeSpan.FromMilliseconds(50);
    private const double TightEnough = 0.03;
    private const int WidenAfter = 64;
    private const int WidenAfterSurprise = 4;

    private bool IsTight => High is { } high && high - Low <= (high * TightEnough > Resolution ? high * TightEnough : Resolution);

    /// <summary>How long to wait before the next observation.</summary>
    /// <param name="elapsed">The time since the cloud accepted the write.</param>
    public TimeSpan NextPoll(TimeSpan elapsed)
    {
        if (High is not { } high || elapsed >= high) return Clamp(elapsed / 2);
        var target = IsTight || elapsed > Low ? high : (Low + high) / 2;
        var pause = target - elapsed > Floor ? target - elapsed : Floor;
        return pause < LongestSleep ? pause : LongestSleep;
    }

    /// <summary>
    /// The range after an operation ended. Every 64th operation, and the 4th after observations that contradict each other, widens
    /// it downwards, and on and on until one is seen unfinished: so a cloud that has become faster is noticed.
    /// </summary>
    /// <param name="stillChanging">The latest time after acceptance at which it was seen changing; zero if never.</param>
    /// <param name="settled">The time after acceptance at which it was seen settled.</param>
    public WriteDurationEstimate Learn(TimeSpan stillChanging, TimeSpan settled)
    {
        var high = High is { } known && known < settled ? known : settled;
        if (stillChanging >= high || Low >= high) return new WriteDurationEstimate(stillChanging, settled, WidenAfter - WidenAfterSurprise);
        if (stillChanging > Low) return new WriteDurationEstimate(stillChanging, high, Uses + 1);
        return LowIsGuess || Uses >= WidenAfter
            ? new WriteDurationEstimate(Low / 2, high, 0, LowIsGuess: true)
            : new WriteDurationEstimate(Low, high, Uses + 1);
    }

    private static TimeSpan Clamp(TimeSpan pause) => TimeSpan.FromTicks(Math.Clamp(pause.Ticks, Floor.Ticks, LongestPause.Ticks));
}
