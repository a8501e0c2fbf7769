using Microsoft.Extensions.Logging;

namespace VpcMirrorOperator.AlibabaCloud.CredentialChain.Inputs;

/// <summary>Log messages about credentials. Event ids 1100–1199. Never a key.</summary>
internal static partial class CredentialsLog
{
    [LoggerMessage(1100, LogLevel.Warning,
        "Could not renew the credentials from {Provider} ({Code}); the present ones are used until they expire at {Expiration:u}")]
    public static partial void RefreshFailed(this ILogger logger, string provider, string code, DateTimeOffset? expiration);

    [LoggerMessage(1101, LogLevel.Information, "Credentials come from {Provider}")]
    public static partial void Chosen(this ILogger logger, string provider);
}
