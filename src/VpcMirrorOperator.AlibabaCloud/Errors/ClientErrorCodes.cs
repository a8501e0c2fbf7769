namespace VpcMirrorOperator.AlibabaCloud.Errors;

/// <summary>
/// Codes of failures that this library found itself, without an answer of the cloud. Stable: conditions and metrics show them.
/// </summary>
public static class ClientErrorCodes
{
    /// <summary>Common start of all codes of this class; no code of the cloud starts so.</summary>
    public const string Prefix = "Client.";

    /// <summary>No complete answer within the time limit of one attempt. The call may have taken effect.</summary>
    public const string Timeout = "Client.Timeout";

    /// <summary>The address could not be resolved or connected to. Nothing was sent.</summary>
    public const string ConnectionFailed = "Client.ConnectionFailed";

    /// <summary>The connection broke after the request may have been sent. The call may have taken effect.</summary>
    public const string ConnectionLost = "Client.ConnectionLost";

    /// <summary>The TLS handshake failed (wrong certificate, no TLS at that port). Nothing was sent.</summary>
    public const string TlsFailure = "Client.TlsFailure";

    /// <summary>
    /// The time allowed for sending had passed before the request could leave. Nothing was sent.
    /// </summary>
    public const string DeadlinePassed = "Client.DeadlinePassed";

    /// <summary>
    /// The cloud asked for a pause of calls like this one, and it is too long to be waited for. Nothing was sent;
    /// <see cref="CloudException.RetryAfter"/> is what is left of the pause.
    /// </summary>
    public const string Paused = "Client.Paused";

    /// <summary>An answer came but is not what the API documents: not JSON, cut, too large, or a proxy's page.</summary>
    public const string UnreadableReply = "Client.UnreadableReply";

    /// <summary>No source of credentials is configured, or the configured one is incomplete. Nothing was sent.</summary>
    public const string NoCredentials = "Client.NoCredentials";

    /// <summary>The region id has a form that no region has. Nothing was sent.</summary>
    public const string InvalidRegion = "Client.InvalidRegion";
}
