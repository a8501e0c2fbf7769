namespace VpcMirrorOperator.Kubernetes.Retry;

/// <summary>
/// How long to wait after so many failures in a row: grows by a factor up to a cap, plus a random part so that things that failed
/// together do not come back together.
/// </summary>
/// <param name="First">Delay after the first failure, before jitter.</param>
/// <param name="Cap">Longest delay, before jitter.</param>
/// <param name="Factor">Growth per further failure; 1 or more.</param>
/// <param name="Jitter">Random extra as a share of the delay; 0.2 means up to 20 % more, never less than the plain delay.</param>
public readonly record struct Backoff(TimeSpan First, TimeSpan Cap, double Factor, double Jitter)
{
    /// <summary>The delay after <paramref name="failures"/> failures in a row.</summary>
    /// <param name="failures">1 or more; there is no upper bound.</param>
    /// <param name="random">Source of the jitter; one number is drawn.</param>
    public TimeSpan Delay(int failures, Random random) =>
        TimeSpan.FromTicks((long)(Plain(failures) * (1 + (Jitter * random.NextDouble()))));

    /// <summary>The delay after <paramref name="failures"/> failures in a row, without jitter.</summary>
    /// <param name="failures">1 or more; there is no upper bound.</param>
    public TimeSpan Delay(int failures) => TimeSpan.FromTicks((long)Plain(failures));

    // In floating point the growth ends in infinity, not in an overflow, and the cap then holds.
    private double Plain(int failures) => Math.Min(First.Ticks * Math.Pow(Factor, failures - 1), Cap.Ticks);
}
