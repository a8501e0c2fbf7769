using Microsoft.Extensions.Logging;

namespace VpcMirrorOperator.Hosting;

/// <summary>Log lines of the process, event ids 4000–4049.</summary>
internal static partial class OperatorLog
{
    [LoggerMessage(4000, LogLevel.Information, "vpc-mirror {Version} starts as {Holder}; API server {Server}")]
    public static partial void Starting(this ILogger logger, string version, string holder, Uri server);

    [LoggerMessage(4001, LogLevel.Information, "Serving probes at {Health} and metrics at {Metrics}")]
    public static partial void Serving(this ILogger logger, Uri health, Uri metrics);

    [LoggerMessage(4002, LogLevel.Information, "Stopped")]
    public static partial void Stopped(this ILogger logger);

    [LoggerMessage(4003, LogLevel.Critical, "Ending the process: {Reason}")]
    public static partial void Ending(this ILogger logger, string reason);

    [LoggerMessage(4004, LogLevel.Warning, "Leader election is off: run no second controller for these objects")]
    public static partial void NoElection(this ILogger logger);

    [LoggerMessage(4006, LogLevel.Information, "Namespaces may have what {File} lists")]
    public static partial void Tenancy(this ILogger logger, string file);

    [LoggerMessage(4007, LogLevel.Information, "Without --tenancy-file, whoever may write objects may name any session of the account")]
    public static partial void NoTenancy(this ILogger logger);

    [LoggerMessage(4005, LogLevel.Critical, "Ending the process after a defect")]
    public static partial void Defect(this ILogger logger, Exception error);

    [LoggerMessage(4010, LogLevel.Warning, "Nothing is created, and nothing created is deleted: {Trouble}")]
    public static partial void NoIdentity(this ILogger logger, string trouble);

    [LoggerMessage(4009, LogLevel.Warning, "Metrics are served without TLS to everybody who reaches the port; see --metrics-secure")]
    public static partial void ServingForEverybody(this ILogger logger);
}
