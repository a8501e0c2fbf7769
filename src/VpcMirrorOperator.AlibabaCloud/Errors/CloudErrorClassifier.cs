namespace VpcMirrorOperator.AlibabaCloud.Errors;

/// <summary>
/// Sorts errors by the start of their code. The documented tables are incomplete and change (codes were dropped from them in
/// 2023), so nothing here relies on a closed list. Sources: error table of RemoveSourcesFromTrafficMirrorSession, the common
/// gateway codes, and the retry lists of the Terraform provider.
/// </summary>
public static class CloudErrorClassifier
{
    // First match wins, so the special case stands before its general form.
    private static readonly (string Start, CloudErrorClass Class)[] Starts =
    [
        ("IncorrectBusinessStatus", CloudErrorClass.UserAction),
        ("IncorrectStatus", CloudErrorClass.Wait),
        ("OperationConflict", CloudErrorClass.Wait),
        ("ResourceNotAssociated", CloudErrorClass.AlreadyDone),
        ("ResourceAlready", CloudErrorClass.AlreadyDone),
        ("ORDER.OPEND", CloudErrorClass.AlreadyDone),
        ("ServiceUnavailable", CloudErrorClass.Retry),
        ("InternalError", CloudErrorClass.Retry),
        ("SystemBusy", CloudErrorClass.Retry),
        // Nonces are fresh, so a repeated one means that something on the way delivered this request twice.
        ("SignatureNonceUsed", CloudErrorClass.Retry),
        // An id in the request names something that is gone: splitting the request finds which.
        ("ResourceNotFound.NetworkInterface", CloudErrorClass.BadRequest),
        ("ResourceNotFound.EcsInstance", CloudErrorClass.BadRequest),
        ("ResourceNotFound", CloudErrorClass.UserAction),
        ("Quota", CloudErrorClass.UserAction),
        ("OptInRequired", CloudErrorClass.UserAction),
        ("Forbidden", CloudErrorClass.UserAction),
        ("NoPermission", CloudErrorClass.UserAction),
        ("Signature", CloudErrorClass.UserAction),
        ("MissingSecurityToken", CloudErrorClass.UserAction),
        ("InvalidSecurityToken", CloudErrorClass.UserAction),
        ("InvalidAccessKeyId", CloudErrorClass.UserAction),
        ("InvalidTimeStamp", CloudErrorClass.UserAction),
        ("IllegalTimestamp", CloudErrorClass.UserAction),
        ("InvalidApi.", CloudErrorClass.UserAction),
        ("InvalidProduct.", CloudErrorClass.UserAction),
        ("DryRunOperation", CloudErrorClass.BadRequest),
        ("IdempotentParameterMismatch", CloudErrorClass.BadRequest),
        ("Duplicate", CloudErrorClass.BadRequest),
        ("Invalid", CloudErrorClass.BadRequest),
        ("Missing", CloudErrorClass.BadRequest),
        ("Illegal", CloudErrorClass.BadRequest),
        ("IncompleteSignature", CloudErrorClass.BadRequest),
    ];

    /// <summary>
    /// The class of an answer. A code that no rule knows is <see cref="CloudErrorClass.Retry"/> for HTTP 5xx, 408 and 429, and
    /// otherwise <see cref="CloudErrorClass.UserAction"/>: shown to the user and tried again slowly.
    /// </summary>
    public static CloudErrorClass Classify(int? httpStatus, string code, string? message)
    {
        if (IsThrottling(code)) return CloudErrorClass.Retry;
        if (IsTokenInFlight(code)) return CloudErrorClass.Wait;
        if (SaysAlreadyActivated(message)) return CloudErrorClass.AlreadyDone;
        foreach (var (start, found) in Starts)
            if (code.StartsWith(start, StringComparison.OrdinalIgnoreCase))
                return found;
        return httpStatus is >= 500 or 408 or 429 ? CloudErrorClass.Retry : CloudErrorClass.UserAction;
    }

    /// <summary>Throttling has many codes (<c>Throttling.User</c>, <c>Rejected.Throttling</c>) with one common part.</summary>
    public static bool IsThrottling(string code) => code.Contains("Throttling", StringComparison.OrdinalIgnoreCase);

    /// <summary>An earlier call with the same ClientToken is still running: ask again with that token.</summary>
    public static bool IsTokenInFlight(string code) =>
        code.EndsWith("LastTokenProcessing", StringComparison.OrdinalIgnoreCase)
        || code.EndsWith("IdempotentTokenProcessing", StringComparison.OrdinalIgnoreCase)
        || code.Equals("IdempotenceProcessing", StringComparison.OrdinalIgnoreCase);

    /// <summary>The security token ran out or no longer fits its key: fresh credentials may cure it.</summary>
    public static bool IsSecurityTokenRefused(string code) => code.StartsWith("InvalidSecurityToken", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Whether an answer leaves open if the operation took effect: any 5xx; an in-flight token, whose operation may yet succeed;
    /// a used nonce, since the first delivery of the same request reached the service.
    /// </summary>
    public static bool IsOutcomeUnknown(int httpStatus, string code) =>
        httpStatus >= 500 || IsTokenInFlight(code) || code.StartsWith("SignatureNonceUsed", StringComparison.OrdinalIgnoreCase);

    // Opening a service twice is answered by a 500 whose message alone tells (Terraform provider, NeedRetry).
    private static bool SaysAlreadyActivated(string? message) =>
        message is not null && message.Contains("already activated", StringComparison.OrdinalIgnoreCase);
}
