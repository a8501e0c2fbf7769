namespace VpcMirrorOperator.Kubernetes.Retry;

/// <summary>
/// The delays between tries of something that is tried for ever: counts the failures in a row, and begins anew after a time without one
/// (client-go's <c>DelayWithReset</c>). Not thread-safe.
/// </summary>
internal sealed class BackoffWithReset(Backoff backoff, TimeSpan resetAfter, TimeProvider time, Random jitter)
{
    private int _failures;
    private long _last;

    /// <summary>The delay after one more failure.</summary>
    public TimeSpan Next()
    {
        if (_failures > 0 && time.GetElapsedTime(_last) > resetAfter) _failures = 0;
        _failures++;
        var delay = backoff.Delay(_failures, jitter);
        // The time without a failure begins when the next try does.
        _last = time.GetTimestamp() + (long)(delay.TotalSeconds * time.TimestampFrequency);
        return delay;
    }
}
