using Microsoft.Extensions.Logging;

namespace VpcMirrorOperator.Hosting.Serving;

/// <summary>Log lines of the metrics' port, event ids 4050–4099.</summary>
internal static partial class ServingLog
{
    [LoggerMessage(4050, LogLevel.Warning, "Metrics are refused: the API server does not say who may read them ({Problem})")]
    public static partial void ReviewsUnanswered(this ILogger logger, string problem);

    [LoggerMessage(4051, LogLevel.Information, "The API server says again who may read metrics")]
    public static partial void ReviewsAnswered(this ILogger logger);

    [LoggerMessage(4052, LogLevel.Information, "The certificate of the metrics in {Folder} has changed")]
    public static partial void CertificateChanged(this ILogger logger, string folder);

    [LoggerMessage(4053, LogLevel.Warning, "The certificate of the metrics in {Folder} cannot be used, the former one stays: {Reason}")]
    public static partial void CertificateUnusable(this ILogger logger, string folder, string reason);
}
