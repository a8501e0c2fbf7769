using Microsoft.Extensions.Logging;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Policies;

/// <summary>Log messages of the policy reconciler, event ids 3200–3299.</summary>
internal static partial class PolicyLog
{
    [LoggerMessage(3200, LogLevel.Information, "{Object}: {Carried} of {Decided} writes of session objects carried out")]
    public static partial void Wrote(this ILogger logger, ObjectKey @object, int carried, int decided);

    [LoggerMessage(3201, LogLevel.Warning, "{Object}: region {Region} cannot be listed: {Error}")]
    public static partial void ReadFailed(this ILogger logger, ObjectKey @object, string region, string error);

    [LoggerMessage(3202, LogLevel.Warning, "{Object}: in no session for a moment, because they are in three: {Ids}")]
    public static partial void Gaps(this ILogger logger, ObjectKey @object, string[] ids);

    [LoggerMessage(3203, LogLevel.Information, "{Object}: released: {Message}")]
    public static partial void Released(this ILogger logger, ObjectKey @object, string message);
}
