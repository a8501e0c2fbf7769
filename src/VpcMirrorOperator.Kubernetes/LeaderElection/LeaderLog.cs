using Microsoft.Extensions.Logging;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.LeaderElection;

/// <summary>The log lines of leader election.</summary>
internal static partial class LeaderLog
{
    [LoggerMessage(300, LogLevel.Information, "Waiting for lease {Lease} as {Identity}")]
    public static partial void Waiting(this ILogger logger, ObjectKey lease, string identity);

    [LoggerMessage(301, LogLevel.Information, "Lease {Lease} is held by {Holder}")]
    public static partial void HeldBy(this ILogger logger, ObjectKey lease, string holder);

    [LoggerMessage(302, LogLevel.Information, "Leading: lease {Lease} acquired as {Identity}")]
    public static partial void Acquired(this ILogger logger, ObjectKey lease, string identity);

    [LoggerMessage(303, LogLevel.Warning, "Lease {Lease} could not be acquired or renewed, retrying: {Reason}")]
    public static partial void TryFailed(this ILogger logger, ObjectKey lease, string reason);

    [LoggerMessage(304, LogLevel.Critical, "Lease {Lease} is lost: {Reason}")]
    public static partial void Lost(this ILogger logger, ObjectKey lease, string reason);

    [LoggerMessage(305, LogLevel.Information, "Lease {Lease} released")]
    public static partial void Released(this ILogger logger, ObjectKey lease);

    [LoggerMessage(306, LogLevel.Warning, "Lease {Lease} could not be released, the next leader waits until it expires: {Reason}")]
    public static partial void NotReleased(this ILogger logger, ObjectKey lease, string reason);
}
