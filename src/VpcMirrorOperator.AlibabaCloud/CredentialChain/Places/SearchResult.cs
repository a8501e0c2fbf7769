using VpcMirrorOperator.AlibabaCloud.Credentials;

namespace VpcMirrorOperator.AlibabaCloud.CredentialChain.Places;

/// <summary>What one place of the chain had.</summary>
/// <param name="Provider">The provider found; null when nothing is configured there.</param>
/// <param name="Note">Why there is none, for the message that lists what was tried.</param>
/// <param name="IsGuess">Nobody configured it, so it only counts if it gives keys.</param>
internal sealed record SearchResult(ICredentialsProvider? Provider, string Note, bool IsGuess = false)
{
    /// <summary>Nothing is configured there.</summary>
    public static SearchResult Nothing(string note) => new(null, note);

    /// <summary>Something is configured there, so it is used, and its failures are reported.</summary>
    public static SearchResult Configured(ICredentialsProvider provider) => new(provider, "");
}
