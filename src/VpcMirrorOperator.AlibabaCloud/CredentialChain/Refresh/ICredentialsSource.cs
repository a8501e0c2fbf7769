using VpcMirrorOperator.AlibabaCloud.Credentials;

namespace VpcMirrorOperator.AlibabaCloud.CredentialChain.Refresh;

/// <summary>Fetches temporary keys anew each time it is asked; knows nothing of caching.</summary>
internal interface ICredentialsSource
{
    /// <summary>Name for <see cref="CloudCredentials.ProviderName"/>.</summary>
    string Name { get; }

    /// <summary>New keys. Each request inside has its own time limit.</summary>
    /// <exception cref="Errors.CloudException">They could not be fetched.</exception>
    Task<CloudCredentials> FetchAsync(CancellationToken cancellationToken);
}
