using VpcMirrorOperator.AlibabaCloud.Errors;

namespace VpcMirrorOperator.AlibabaCloud.CredentialChain.Inputs;

/// <summary>Errors in finding credentials that the cloud did not report.</summary>
internal static class CredentialsError
{
    private const int MaxWordLength = 24;

    /// <summary>The configured source is incomplete or missing; the detail says what to correct.</summary>
    public static CloudException NotUsable(string detail, Exception? inner = null) =>
        new("GetCredentials", ClientErrorCodes.NoCredentials, detail, inner);

    /// <summary>A word of a credentials file as it may be shown: what is no plain word may be a key in the wrong line.</summary>
    public static string Shown(string word) =>
        word.Length <= MaxWordLength && word.All(c => char.IsAsciiLetter(c) || c is '_' or '-') ? $"'{word}'" : "(not a plain word)";
}
