using VpcMirrorOperator.AlibabaCloud.Errors;

namespace VpcMirrorOperator.AlibabaCloud.CredentialChain.Inputs;

/// <summary>Errors on the way to credentials that no cloud reported.</summary>
internal static class CredentialsError
{
    /// <summary>The configured source is incomplete or missing; the detail names what to mend.</summary>
    public static CloudException NotUsable(string detail, Exception? inner = null) =>
        new("GetCredentials", ClientErrorCodes.NoCredentials, detail, inner);
}
