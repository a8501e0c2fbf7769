namespace VpcMirrorOperator.AlibabaCloud.RateLimiting;

/// <summary>What one (product, region, action) may use when the cloud does not complain.</summary>
/// <param name="PerSecond">Calls per second on average; positive.</param>
/// <param name="Burst">Calls that may be made at once after a pause; at least 1.</param>
public readonly record struct BucketLimits(double PerSecond, double Burst)
{
    /// <summary>Limits from the notation of the API's quota pages, calls per 60 s: up to 10 s worth at once, but at least 5.</summary>
    public static BucketLimits PerMinute(double calls) => new(calls / 60, Math.Max(5, calls / 6));

    /// <summary>Never more calls than that in any 60 s, a sixth of them at once: for a budget that is shared with others.</summary>
    public static BucketLimits AtMostPerMinute(double calls) => new(calls * 5 / 6 / 60, calls / 6);
}
