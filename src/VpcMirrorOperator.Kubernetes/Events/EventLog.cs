using Microsoft.Extensions.Logging;

namespace VpcMirrorOperator.Kubernetes.Events;

/// <summary>The log lines of the event recorder. Each event is logged too, so that a dropped one is not lost.</summary>
internal static partial class EventLog
{
    [LoggerMessage(400, LogLevel.Debug, "Event {Type} {Reason} on {Kind} {Namespace}/{Name}: {Note}")]
    public static partial void Recorded(
        this ILogger logger, EventType type, string reason, string kind, string @namespace, string name, string note);

    [LoggerMessage(401, LogLevel.Warning, "An event could not be stored and is dropped: {Reason}")]
    public static partial void NotStored(this ILogger logger, string reason);

    [LoggerMessage(402, LogLevel.Error, "The event recorder failed on one event, which is dropped")]
    public static partial void Defect(this ILogger logger, Exception error);

    [LoggerMessage(403, LogLevel.Warning, "{Count} events were dropped, {Total} since the start: more than can be sent, or refused")]
    public static partial void Dropped(this ILogger logger, long count, long total);
}
