using Microsoft.Extensions.Logging;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Engine.Status;

/// <summary>Log lines about the status of objects, event ids 3004 and 3007.</summary>
internal static partial class StatusLog
{
    [LoggerMessage(EventId = 3004, Message = "{Object}: {Reason}: {Message}")]
    public static partial void Transition(this ILogger logger, LogLevel level, ObjectKey @object, string reason, string message);

    [LoggerMessage(3007, LogLevel.Warning, "{Object}: the status could not be written: {Error}")]
    public static partial void StatusNotWritten(this ILogger logger, ObjectKey @object, string error);
}
