namespace VpcMirrorOperator.AlibabaCloud.Credentials;

/// <summary>Where a client gets its keys. Asked before every attempt, so it must answer from memory when it can.</summary>
public interface ICredentialsProvider
{
    /// <summary>Short stable name, for example <c>static_ak</c> or <c>default/env</c>.</summary>
    string Name { get; }

    /// <summary>Keys that are valid now.</summary>
    /// <exception cref="Errors.CloudException">No usable keys; <c>Client.NoCredentials</c> when nothing is configured.</exception>
    ValueTask<CloudCredentials> GetAsync(CancellationToken cancellationToken);

    /// <summary>Forget cached keys: the cloud refused them as expired or invalid.</summary>
    void Invalidate();
}
