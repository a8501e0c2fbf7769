using Microsoft.Extensions.Logging;

namespace VpcMirrorOperator.AlibabaCloud.Rpc;

/// <summary>Log messages of the client. Event ids 1000–1099.</summary>
internal static partial class RpcLog
{
    [LoggerMessage(1000, LogLevel.Debug, "{Action} in {Region} answered in {ElapsedMs:0} ms, request {RequestId}")]
    public static partial void Answered(this ILogger logger, string action, string region, double elapsedMs, string? requestId);

    [LoggerMessage(1001, LogLevel.Debug,
        "{Action} in {Region} failed after {ElapsedMs:0} ms: {Code}, HTTP {HttpStatus}, request {RequestId}")]
    public static partial void Failed(
        this ILogger logger, string action, string region, double elapsedMs, string code, int? httpStatus, string? requestId);

    [LoggerMessage(1002, LogLevel.Warning, "{Action} in {Region} was throttled ({Code}); its rate is halved")]
    public static partial void Throttled(this ILogger logger, string action, string region, string code);

    [LoggerMessage(1003, LogLevel.Information, "The security token was refused ({Code}); asking {Provider} for new credentials")]
    public static partial void TokenRefused(this ILogger logger, string code, string provider);
}
