using Microsoft.Extensions.Logging;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Filters;

/// <summary>Log messages of the filter reconciler, event ids 3100–3199; the audit line has the id that those of sessions have.</summary>
internal static partial class FilterLog
{
    [LoggerMessage(3100, LogLevel.Information,
        "{Object}: {Verb} of {Region}/{Filter}, attempt {Attempt} of operation {Sequence}, plan {PlanHash}")]
    public static partial void Calling(
        this ILogger logger, ObjectKey @object, string verb, string region, string filter, int attempt, long sequence, string? planHash);

    [LoggerMessage(3101, LogLevel.Information, "{Object}: operation {Sequence} accepted, request {RequestId}")]
    public static partial void Accepted(this ILogger logger, ObjectKey @object, long sequence, string? requestId);

    [LoggerMessage(3102, LogLevel.Warning, "{Object}: operation {Sequence} not accepted ({Meaning}): {Error}")]
    public static partial void NotAccepted(this ILogger logger, ObjectKey @object, long sequence, string meaning, string error);

    [LoggerMessage(3103, LogLevel.Warning, "{Object}: the rules of {Region}/{Filter} were changed by somebody else")]
    public static partial void Drift(this ILogger logger, ObjectKey @object, string region, string filter);

    [LoggerMessage(3105, LogLevel.Warning, "{Object}: cannot observe {Region}/{Filter}: {Error}")]
    public static partial void ReadFailed(this ILogger logger, ObjectKey @object, string region, string filter, string error);

    [LoggerMessage(3106, LogLevel.Warning, "{Object}: operation {Sequence} was recorded too long ago to call the cloud; observing again")]
    public static partial void IntentTooOld(this ILogger logger, ObjectKey @object, long sequence);

    [LoggerMessage(3108, LogLevel.Information, "{Object}: released: {Reason}: {Message}")]
    public static partial void Released(this ILogger logger, ObjectKey @object, string reason, string message);

    [LoggerMessage(3111, LogLevel.Information, "{Object}: gone; filter {Region}/{Filter} stays as it is and is not managed any more")]
    public static partial void Gone(this ILogger logger, ObjectKey @object, string region, string filter);

    [LoggerMessage(EventId = 3010, Message =
        "Audit: {Object} generation {Generation} plan {PlanHash}: {Action} {Region}/{Filter} {Ids} token {ClientToken} request "
        + "{RequestId}: "
        + "{Result} in {DurationMs} ms, by {Holder}")]
    public static partial void Audit(
        this ILogger logger, LogLevel level, ObjectKey @object, long generation, string? planHash, string action, string region,
        string filter, string[] ids, string? clientToken, string? requestId, string result, long durationMs, string holder);
}
