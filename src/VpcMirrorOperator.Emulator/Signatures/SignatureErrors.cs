using VpcMirrorOperator.Emulator.Wire;




namespace VpcMirrorOperator.Emulator.Signatures;

/// <summary>The gateway's answers to requests that it cannot trust.</summary>
internal static class SignatureErrors
{
    internal static ApiError UnknownKey { get; } = new(404, "InvalidAccessKeyId.NotFound", "Specified access key is not found.");

    internal static ApiError NonceUsed { get; } =
        CloudErrors.Bad("SignatureNonceUsed", "Specified signature nonce was used already.");

    internal static ApiError DateFormat { get; } =
        CloudErrors.Bad("InvalidTimeStamp.Format", "Specified time stamp or date value is not well formatted.");

    internal static ApiError DateExpired { get; } =
        CloudErrors.Bad("InvalidTimeStamp.Expired", "Specified time stamp or date value is expired.");

    internal static ApiError TokenMissing { get; } =
        CloudErrors.Bad("MissingSecurityToken", "SecurityToken is mandatory for this action.");

    internal static ApiError TokenWrong { get; } =
        CloudErrors.Bad("InvalidSecurityToken.MismatchWithAccessKey", "Specified SecurityToken does not belong to the access key.");

    internal static ApiError TokenExpired { get; } =
        CloudErrors.Bad("InvalidSecurityToken.Expired", "Specified SecurityToken is expired.");

    internal static ApiError PayloadHash { get; } =
        CloudErrors.Bad("SignatureDoesNotMatch", "The header x-acs-content-sha256 does not match the request body.");

    internal static ApiError Incomplete(string what) =>
        CloudErrors.Bad("IncompleteSignature", $"The request signature does not conform to standards: {what}.");

    internal static ApiError Mismatch(string stringToSign) =>
        CloudErrors.Bad(
            "SignatureDoesNotMatch",
            $"Specified signature is not matched with our calculation. server string to sign is:{stringToSign}");
}
