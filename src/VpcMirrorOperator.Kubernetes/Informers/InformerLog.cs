using Microsoft.Extensions.Logging;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Informers;

/// <summary>The log lines of an informer.</summary>
internal static partial class InformerLog
{
    [LoggerMessage(200, LogLevel.Information, "Listed {Count} {Resource} at version {Version}")]
    public static partial void Listed(this ILogger logger, int count, string resource, string version);

    [LoggerMessage(201, LogLevel.Debug, "Watching {Resource} from version {Version}")]
    public static partial void Watching(this ILogger logger, string resource, string version);

    [LoggerMessage(202, LogLevel.Information, "Version {Version} of {Resource} has expired; listing again in {Delay}: {Reason}")]
    public static partial void Expired(this ILogger logger, string version, string resource, TimeSpan delay, string reason);

    [LoggerMessage(203, LogLevel.Warning, "List or watch of {Resource} failed; retrying in {Delay}: {Reason}")]
    public static partial void Failed(this ILogger logger, string resource, TimeSpan delay, string reason);

    [LoggerMessage(204, LogLevel.Error, "List or watch of {Resource} failed unexpectedly; retrying in {Delay}")]
    public static partial void Defect(this ILogger logger, Exception error, string resource, TimeSpan delay);

    [LoggerMessage(205, LogLevel.Error, "{Resource} {Object} cannot be read and is skipped: {Problem}")]
    public static partial void Undecodable(this ILogger logger, string resource, ObjectKey @object, string problem);

    [LoggerMessage(206, LogLevel.Error, "A listener failed on a change of {Object}")]
    public static partial void ListenerFailed(this ILogger logger, Exception error, ObjectKey @object);

    [LoggerMessage(207, LogLevel.Information, "{Resource} is listed in pages: the server does not stream initial events: {Reason}")]
    public static partial void NoStream(this ILogger logger, string resource, string reason);
}
