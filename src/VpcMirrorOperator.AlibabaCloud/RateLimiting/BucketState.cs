namespace VpcMirrorOperator.AlibabaCloud.RateLimiting;

/// <summary>
/// A token bucket as a value; each transition is a pure function of state and time. Times are monotonic, counted from an
/// arbitrary start. Tokens go below zero when callers have reserved future turns.
/// </summary>
/// <param name="Tokens">Calls that may start now; negative = that many are waiting.</param>
/// <param name="PerSecond">Present rate, between a tenth of the limit and the limit.</param>
/// <param name="At">When <paramref name="Tokens"/> and <paramref name="PerSecond"/> were true.</param>
/// <param name="PausedUntil">The cloud asked for a pause until then.</param>
/// <param name="LastThrottled">When the rate was halved last.</param>
internal readonly record struct BucketState(
    double Tokens, double PerSecond, TimeSpan At, TimeSpan PausedUntil, TimeSpan? LastThrottled)
{
    // Several calls in flight are throttled together: that is one sign, not several.
    private static readonly TimeSpan OneSign = TimeSpan.FromSeconds(1);
    private const double FloorShare = 0.1;
    private const double RecoveredSharePerMinute = 0.1;

    /// <summary>A full bucket.</summary>
    public static BucketState Full(BucketLimits limits, TimeSpan now) => new(limits.Burst, limits.PerSecond, now, now, null);

    /// <summary>How long a call reserved now would wait.</summary>
    public TimeSpan DelayForNext(BucketLimits limits, TimeSpan now)
    {
        var state = Advance(limits, now);
        var forToken = Math.Max(0, (1 - state.Tokens) / state.PerSecond);
        var forPause = Math.Max(0, (PausedUntil - now).TotalSeconds);
        return TimeSpan.FromSeconds(Math.Max(forToken, forPause));
    }

    /// <summary>Reserves one turn.</summary>
    public BucketState Take(BucketLimits limits, TimeSpan now)
    {
        var state = Advance(limits, now);
        return state with { Tokens = state.Tokens - 1 };
    }

    /// <summary>Gives back a turn whose caller went away before using it.</summary>
    public BucketState GiveBack(BucketLimits limits) => this with { Tokens = Math.Min(limits.Burst, Tokens + 1) };

    /// <summary>The cloud throttled a call: half the rate (not below a tenth of the limit), no burst, and the pause it asks for.</summary>
    public BucketState Throttle(BucketLimits limits, TimeSpan now, TimeSpan? retryAfter)
    {
        var state = Advance(limits, now);
        var pause = now + (retryAfter ?? TimeSpan.Zero);
        state = state with { Tokens = Math.Min(0, state.Tokens), PausedUntil = pause > PausedUntil ? pause : PausedUntil };
        if (now - LastThrottled < OneSign) return state;
        return state with { PerSecond = Math.Max(limits.PerSecond * FloorShare, state.PerSecond / 2), LastThrottled = now };
    }

    // Tokens grow with the mean of the rates at both ends; the rate itself recovers by a tenth of the limit per minute.
    private BucketState Advance(BucketLimits limits, TimeSpan now)
    {
        var seconds = Math.Max(0, (now - At).TotalSeconds);
        var rate = Math.Min(limits.PerSecond, PerSecond + limits.PerSecond * RecoveredSharePerMinute * seconds / 60);
        var tokens = Math.Min(limits.Burst, Tokens + seconds * (PerSecond + rate) / 2);
        return this with { Tokens = tokens, PerSecond = rate, At = now > At ? now : At };
    }
}
