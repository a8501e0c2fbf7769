namespace VpcMirrorOperator.AlibabaCloud.Credentials.Refresh;

/// <summary>Fetches temporary keys anew each time it is asked; knows nothing of caching.</summary>
internal interface ICredentialsSource
{
    /// <summary>Name for <see cref="Credentials.ProviderName"/>.</summary>
    string Name { get; }

    /// <summary>New keys. Each request inside has its own time limit.</summary>
    /// <exception cref="Errors.CloudException">They cannot be had.</exception>
    Task<Credentials> FetchAsync(CancellationToken ct);
}
