using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.Planning;

namespace VpcMirrorOperator.Sessions;

/// <summary>
/// One stable condition reason for each documented error code; by prefix, because the documentation drops and adds codes.
/// </summary>
public static class CloudReasons
{
    // First match wins, so the special case stands before its general form.
    private static readonly (string Start, string Reason)[] Starts =
    [
        ("IncorrectBusinessStatus", Reasons.BusinessStatusAbnormal),
        ("OptInRequired", Reasons.ServiceNotOpened),
        ("DuplicatedParam", Reasons.DuplicateSource),
        ("ResourceNotFound.TrafficMirrorSession", Reasons.SessionNotFound),
        ("IncorrectStatus", Reasons.SessionBusy),
        ("OperationConflict", Reasons.SessionBusy),
        ("ResourceNotAssociated", Reasons.SourceNotAssociated),
        ("ResourceAlready", Reasons.SourceAlreadyAssociated),
        ("ResourceNotFound.NetworkInterface", Reasons.NetworkInterfaceNotFound),
        ("ResourceNotFound.EcsInstance", Reasons.InstanceNotFound),
        ("Quota", Reasons.QuotaExceeded),
        ("IdempotentParameterMismatch", Reasons.TokenMismatch),
        ("Forbidden", Reasons.PermissionDenied),
        ("NoPermission", Reasons.PermissionDenied),
        ("InvalidTimeStamp", Reasons.ClockSkew),
        ("IllegalTimestamp", Reasons.ClockSkew),
        ("InvalidAccessKeyId", Reasons.CredentialsInvalid),
        ("InvalidSecurityToken", Reasons.CredentialsInvalid),
        ("MissingSecurityToken", Reasons.CredentialsInvalid),
        ("SignatureDoesNotMatch", Reasons.CredentialsInvalid),
        ("IncompleteSignature", Reasons.CredentialsInvalid),
        (ClientErrorCodes.NoCredentials, Reasons.CredentialsInvalid),
        (ClientErrorCodes.InvalidRegion, Reasons.CloudRefused),
        (ClientErrorCodes.UnreadableReply, Reasons.UnreadableAnswer),
        (ClientErrorCodes.Prefix, Reasons.CloudUnreachable),
        ("ServiceUnavailable", Reasons.CloudUnavailable),
        ("InternalError", Reasons.CloudUnavailable),
        ("SystemBusy", Reasons.CloudUnavailable),
        ("SignatureNonceUsed", Reasons.CloudUnavailable),
    ];

    /// <summary>The reason for an error.</summary>
    /// <param name="error">What the cloud or the client said.</param>
    public static string Of(CloudException error)
    {
        if (error.IsThrottling) return Reasons.Throttled;
        if (CloudErrorClassifier.IsTokenInFlight(error.Code)) return Reasons.SessionBusy;
        foreach (var (start, reason) in Starts)
            if (error.Code.StartsWith(start, StringComparison.OrdinalIgnoreCase))
                return reason;
        return error.HttpStatus >= 500 ? Reasons.CloudUnavailable : Reasons.CloudRefused;
    }
}
