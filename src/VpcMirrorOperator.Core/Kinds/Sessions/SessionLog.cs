using Microsoft.Extensions.Logging;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>Log messages of the reconciler, event ids 3000–3099.</summary>
internal static partial class SessionLog
{
    [LoggerMessage(3000, LogLevel.Information,
        "{Object}: {Verb} of {Region}/{Session}, sources: {Count}, attempt {Attempt} of operation {Sequence}, plan {PlanHash}")]
    public static partial void Calling(
        this ILogger logger, ObjectKey @object, string verb, string region, string session, int count, int attempt,
        long sequence, string? planHash);

    [LoggerMessage(3001, LogLevel.Information, "{Object}: operation {Sequence} accepted, request {RequestId}")]
    public static partial void Accepted(this ILogger logger, ObjectKey @object, long sequence, string? requestId);

    [LoggerMessage(3002, LogLevel.Warning, "{Object}: operation {Sequence} not accepted ({Meaning}): {Error}")]
    public static partial void NotAccepted(this ILogger logger, ObjectKey @object, long sequence, string meaning, string error);

    [LoggerMessage(3003, LogLevel.Warning, "{Object}: the source list of {Region}/{Session} was changed by somebody else")]
    public static partial void Drift(this ILogger logger, ObjectKey @object, string region, string session);

    [LoggerMessage(3005, LogLevel.Warning, "{Object}: cannot observe {Region}/{Session}: {Error}")]
    public static partial void ReadFailed(this ILogger logger, ObjectKey @object, string region, string session, string error);

    [LoggerMessage(3006, LogLevel.Warning, "{Object}: operation {Sequence} was recorded too long ago to call the cloud; observing again")]
    public static partial void IntentTooOld(this ILogger logger, ObjectKey @object, long sequence);

    [LoggerMessage(3008, LogLevel.Information, "{Object}: released: {Reason}: {Message}")]
    public static partial void Released(this ILogger logger, ObjectKey @object, string reason, string message);

    [LoggerMessage(3011, LogLevel.Information, "{Object}: gone; session {Region}/{Session} stays as it is and is not managed any more")]
    public static partial void Gone(this ILogger logger, ObjectKey @object, string region, string session);

    [LoggerMessage(3009, LogLevel.Information, "{Object}: the detach finalizer is put on: {IsOn}")]
    public static partial void FinalizerKept(this ILogger logger, ObjectKey @object, bool isOn);
}
