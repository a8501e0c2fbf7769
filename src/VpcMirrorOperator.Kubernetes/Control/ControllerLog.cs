using Microsoft.Extensions.Logging;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Control;

/// <summary>The log lines of a controller and the scope around each pass.</summary>
internal static partial class ControllerLog
{
    private static readonly Func<ILogger, string, ObjectKey, string, IDisposable?> Scope =
        LoggerMessage.DefineScope<string, ObjectKey, string>("controller {Controller} object {Object} reconcile {ReconcileId}");

    public static IDisposable? BeginPass(this ILogger logger, string controller, ObjectKey key, string reconcileId) =>
        Scope(logger, controller, key, reconcileId);

    [LoggerMessage(100, LogLevel.Information, "Controller {Controller} starts {Workers} workers")]
    public static partial void Starting(this ILogger logger, string controller, int workers);

    [LoggerMessage(101, LogLevel.Information, "Controller {Controller} takes no new keys; passes under way have {Grace}")]
    public static partial void Stopping(this ILogger logger, string controller, TimeSpan grace);

    [LoggerMessage(102, LogLevel.Information, "Controller {Controller} has stopped")]
    public static partial void Stopped(this ILogger logger, string controller);

    [LoggerMessage(110, LogLevel.Debug, "Pass over {Object}: {Result} after {Took}")]
    public static partial void PassEnded(this ILogger logger, ObjectKey @object, PassResult result, TimeSpan took);

    [LoggerMessage(111, LogLevel.Warning, "Pass over {Object} failed ({Result}): {Reason}; next try in {Delay}")]
    public static partial void PassFailed(
        this ILogger logger, Exception? error, ObjectKey @object, PassResult result, string reason, TimeSpan delay);

    [LoggerMessage(112, LogLevel.Warning, "Pass over {Object} was cut off by shutdown after {Took}")]
    public static partial void PassInterrupted(this ILogger logger, ObjectKey @object, TimeSpan took);
}
