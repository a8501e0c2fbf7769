using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.Kubernetes.Retry;

namespace VpcMirrorOperator.Cloud;

/// <summary>
/// A region that does not answer. Each call to it takes until its time limit, so only one reader at a time finds out whether it does again;
/// the others are told what the last one met, and their workers go on with other regions.
/// </summary>
internal sealed record Outage(CloudException Error, int Failures, DateTimeOffset Until)
{
    private static readonly TimeSpan WhileCalled = TimeSpan.FromSeconds(5);
    private static readonly Backoff Pauses = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30), Factor: 2, Jitter: 0);

    /// <summary>After a call that failed; null when the region did answer, whatever it said.</summary>
    public static Outage? After(Outage? before, CloudException error, DateTimeOffset now)
    {
        if (error.Code is not (ClientErrorCodes.Timeout or ClientErrorCodes.ConnectionFailed or ClientErrorCodes.ConnectionLost))
            return null;
        var failures = (before?.Failures ?? 0) + 1;
        return new Outage(error, failures, now + Pauses.Delay(failures));
    }

    /// <summary>What a reader is told; null for the one that is to find out.</summary>
    /// <param name="now">The time.</param>
    /// <param name="isCalled">Whether another reader's call is under way.</param>
    public CloudException? Tell(DateTimeOffset now, bool isCalled)
    {
        if (now >= Until && !isCalled) return null;
        return new CloudException(Error.Action, Error.Code, Error.Detail) { RetryAfter = isCalled ? WhileCalled : Until - now };
    }
}
