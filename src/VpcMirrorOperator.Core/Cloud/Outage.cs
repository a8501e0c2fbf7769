using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.Kubernetes.Retry;

namespace VpcMirrorOperator.Cloud;

/// <summary>
/// A region that does not answer. A call to it takes until its time limit, so it is made now and then, once for all who wait; in between,
/// everybody is told at once what the last one met, and when the next is due.
/// </summary>
internal sealed record Outage(CloudException Error, int Failures, DateTimeOffset Until)
{
    private static readonly Backoff Pauses = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30), Factor: 2, Jitter: 0);

    /// <summary>
    /// After a call that failed; null when the region did answer, whatever it said. Trouble with the keys is none of the region's.
    /// </summary>
    public static Outage? After(Outage? before, CloudException error, DateTimeOffset now)
    {
        if (error.IsAboutCredentials) return null;
        if (error.Code is not (ClientErrorCodes.Timeout or ClientErrorCodes.ConnectionFailed or ClientErrorCodes.ConnectionLost))
            return null;
        var failures = (before?.Failures ?? 0) + 1;
        return new Outage(error, failures, now + Pauses.Delay(failures));
    }

    /// <summary>What a reader is told; null when it is time to find out.</summary>
    /// <param name="now">The time.</param>
    public CloudException? Tell(DateTimeOffset now) =>
        now >= Until ? null : new CloudException(Error.Action, Error.Code, Error.Detail) { RetryAfter = Until - now };
}
