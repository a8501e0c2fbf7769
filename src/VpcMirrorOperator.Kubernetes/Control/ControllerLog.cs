using Microsoft.Extensions.Logging;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Control;

/// <summary>The log lines of a controller.</summary>
internal static partial class ControllerLog
{
    [LoggerMessage(100, LogLevel.Information, "Controller {Controller} starts {Workers} workers")]
    public static partial void Starting(this ILogger logger, string controller, int workers);

    [LoggerMessage(101, LogLevel.Information, "Controller {Controller} stops: no new keys, running reconciles have {Grace} to finish")]
    public static partial void Stopping(this ILogger logger, string controller, TimeSpan grace);

    [LoggerMessage(102, LogLevel.Information, "Controller {Controller} has stopped")]
    public static partial void Stopped(this ILogger logger, string controller);

    [LoggerMessage(110, LogLevel.Debug, "Reconcile of {Object} ended after {Took}: {Result}")]
    public static partial void ReconcileEnded(this ILogger logger, ObjectKey @object, ReconcileResult result, TimeSpan took);

    [LoggerMessage(111, LogLevel.Warning, "Reconcile of {Object} failed ({Result}): {Reason}; retrying in {Delay}")]
    public static partial void ReconcileFailed(
        this ILogger logger, Exception? error, ObjectKey @object, ReconcileResult result, string reason, TimeSpan delay);

    [LoggerMessage(112, LogLevel.Warning, "Reconcile of {Object} was cancelled by the shutdown after {Took}")]
    public static partial void ReconcileInterrupted(this ILogger logger, ObjectKey @object, TimeSpan took);
}
