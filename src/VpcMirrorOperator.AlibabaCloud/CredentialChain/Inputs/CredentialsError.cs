using VpcMirrorOperator.AlibabaCloud.Errors;

namespace VpcMirrorOperator.AlibabaCloud.CredentialChain.Inputs;

/// <summary>Errors in finding credentials that the cloud did not report.</summary>
internal static class CredentialsError
{
    /// <summary>The configured source is incomplete or missing; the detail says what to correct.</summary>
    public static CloudException NotUsable(string detail, Exception? inner = null) =>
        new("GetCredentials", ClientErrorCodes.NoCredentials, detail, inner);
}
