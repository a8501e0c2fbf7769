namespace VpcMirrorOperator.AlibabaCloud.RateLimiting;

/// <summary>
/// Client-side rate limits of one account: a bucket per product, region and action. Thread-safe. Callers are served in the order
/// in which they asked.
/// </summary>
public sealed class RateBudget
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Product, string Region, string Action), (BucketLimits Limits, BucketState State)> _buckets = [];
    private readonly RateBudgetOptions _options;
    private readonly TimeProvider _time;
    private readonly long _start;

    internal RateBudget(RateBudgetOptions options, TimeProvider time)
    {
        foreach (var limits in (BucketLimits[])[options.Writes, options.Reads, options.Ecs])
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(limits.PerSecond, 0, nameof(options));
            ArgumentOutOfRangeException.ThrowIfLessThan(limits.Burst, 1, nameof(options));
        }
        (_options, _time, _start) = (options, time, time.GetTimestamp());
    }

    /// <summary>How long a call of the product Vpc that started now would have to wait; zero for one never called.</summary>
    public TimeSpan DelayFor(string regionId, string action)
    {
        lock (_lock)
            return _buckets.TryGetValue(("Vpc", regionId, action), out var bucket)
                ? bucket.State.DelayForNext(bucket.Limits, Now)
                : TimeSpan.Zero;
    }

    /// <summary>Waits for the caller's turn. A caller that is cancelled, or told of a pause, gives its turn back.</summary>
    /// <returns>
    /// Null when the turn has come; else what is left of a pause that the cloud asked for. A long one is not waited for here: whoever
    /// waits has work for others to do.
    /// </returns>
    internal async Task<TimeSpan?> WaitAsync(BucketKey key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var delay = Reserve(key);
        try
        {
            // Again after waking: meanwhile the cloud may have asked for a pause.
            while (delay > TimeSpan.Zero)
            {
                if (RemainingPause(key) is var pause && pause > LongestPause)
                {
                    GiveBack(key);
                    return pause;
                }

                await Task.Delay(RoundUp(delay), _time, cancellationToken);
                delay = RemainingPause(key);
            }

            return null;
        }
        catch (OperationCanceledException)
        {
            GiveBack(key);
            throw;
        }
    }

    /// <summary>The cloud throttled a call.</summary>
    internal void Throttled(BucketKey key, TimeSpan? retryAfter) =>
        Change(key, (limits, state, now) => state.Throttle(limits, now, retryAfter));

    private void GiveBack(BucketKey key) => Change(key, (limits, state, _) => state.GiveBack(limits));

    private TimeSpan Reserve(BucketKey key)
    {
        var delay = TimeSpan.Zero;
        Change(key, (limits, state, now) =>
        {
            delay = state.DelayForNext(limits, now);
            return state.Take(limits, now);
        });
        return delay;
    }

    private TimeSpan RemainingPause(BucketKey key)
    {
        lock (_lock) return _buckets[Id(key)].State.PausedUntil - Now;
    }

    private void Change(BucketKey key, Func<BucketLimits, BucketState, TimeSpan, BucketState> transition)
    {
        lock (_lock)
        {
            if (!_buckets.TryGetValue(Id(key), out var bucket))
            {
                var limits = _options.For(key);
                bucket = (limits, BucketState.Full(limits, Now));
            }
            _buckets[Id(key)] = (bucket.Limits, transition(bucket.Limits, bucket.State, Now));
        }
    }

    private TimeSpan Now => _time.GetElapsedTime(_start);

    private static (string, string, string) Id(BucketKey key) => (key.Product, key.RegionId, key.Action);

    // Timers count whole milliseconds; waking early would start a call before its turn.
    private static TimeSpan RoundUp(TimeSpan delay) => TimeSpan.FromMilliseconds(Math.Ceiling(delay.TotalMilliseconds));
}
