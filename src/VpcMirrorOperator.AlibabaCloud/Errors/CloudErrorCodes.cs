namespace VpcMirrorOperator.AlibabaCloud.Errors;

/// <summary>
/// The codes of the cloud that this client itself acts on: it slows down, renews a token, or says whether the call may have taken effect.
/// What any other code means is for the caller to know. Codes are matched by a part, because the documented lists are incomplete.
/// </summary>
public static class CloudErrorCodes
{
    /// <summary>A call with <c>DryRun=true</c> passed every check; the API reports that success as an error.</summary>
    internal const string DryRunSuccess = "DryRunOperation";

    /// <summary>Throttling has many codes (<c>Throttling.User</c>, <c>Rejected.Throttling</c>) with one common part.</summary>
    public static bool IsThrottling(string code) => code.Contains("Throttling", StringComparison.OrdinalIgnoreCase);

    /// <summary>The security token has expired or does not fit its key: fresh credentials may help.</summary>
    internal static bool IsSecurityTokenRefused(string code) => code.StartsWith("InvalidSecurityToken", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Whether an answer leaves open if the operation took effect: any 5xx; an in-flight token, whose operation may yet succeed;
    /// a used nonce, since the first delivery of the same request reached the service.
    /// </summary>
    public static bool IsOutcomeUnknown(int httpStatus, string code) =>
        httpStatus >= 500 || IsTokenInFlight(code) || code.StartsWith("SignatureNonceUsed", StringComparison.OrdinalIgnoreCase);

    /// <summary>An earlier call with the same ClientToken is still running.</summary>
    private static bool IsTokenInFlight(string code) =>
        code.EndsWith("LastTokenProcessing", StringComparison.OrdinalIgnoreCase)
        || code.EndsWith("IdempotentTokenProcessing", StringComparison.OrdinalIgnoreCase)
        || code.Equals("IdempotenceProcessing", StringComparison.OrdinalIgnoreCase);
}
