using VpcMirrorOperator.Kubernetes.Retry;

namespace VpcMirrorOperator.Kubernetes.Informers;

/// <summary>Counts the failures in a row of something that is started again and again; a quiet time sets the count back.</summary>
internal sealed class Restarts(Backoff backoff, TimeSpan reset, TimeProvider time, Random jitter)
{
    private int _failures;
    private long _last;

    /// <summary>The wait after one more failure.</summary>
    public TimeSpan Next()
    {
        if (_failures > 0 && time.GetElapsedTime(_last) > reset) _failures = 0;
        _failures++;
        var delay = backoff.Delay(_failures, jitter);
        // The quiet time begins when the next try does.
        _last = time.GetTimestamp() + (long)(delay.TotalSeconds * time.TimestampFrequency);
        return delay;
    }
}
