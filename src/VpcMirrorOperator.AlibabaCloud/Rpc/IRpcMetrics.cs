namespace VpcMirrorOperator.AlibabaCloud.Rpc;

/// <summary>Receives one call per attempt, from any thread. Must return quickly and must not throw.</summary>
public interface IRpcMetrics
{
    /// <summary>One attempt has ended.</summary>
    /// <param name="action">The operation, for example <c>ListTrafficMirrorSessions</c>.</param>
    /// <param name="code">Error code of the answer or of the failure, such as <c>Throttling.User</c>; null when the call worked.</param>
    /// <param name="took">From signing to the last byte of the answer.</param>
    void Attempted(string action, string? code, TimeSpan took);

    /// <summary>A call is about to be signed.</summary>
    /// <param name="expiration">When the credentials expire; null when they do not.</param>
    void Signing(DateTimeOffset? expiration);
}
