namespace VpcMirrorOperator.AlibabaCloud.Credentials;

/// <summary>Fixed keys: an access key pair, or temporary keys that somebody else renews.</summary>
public sealed class StaticCredentialsProvider : ICredentialsProvider
{
    private readonly CloudCredentials _credentials;

    /// <summary>Takes the keys as they are; <paramref name="name"/> defaults to the SDKs' <c>static_ak</c> or <c>static_sts</c>.</summary>
    public StaticCredentialsProvider(string accessKeyId, string accessKeySecret, string? securityToken = null, string? name = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(accessKeyId);
        ArgumentException.ThrowIfNullOrWhiteSpace(accessKeySecret);
        var token = string.IsNullOrWhiteSpace(securityToken) ? null : securityToken.Trim();
        Name = name ?? (token is null ? "static_ak" : "static_sts");
        _credentials = new(accessKeyId.Trim(), accessKeySecret.Trim(), token, null, Name);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public ValueTask<CloudCredentials> GetAsync(CancellationToken cancellationToken) => new(_credentials);

    /// <summary>Does nothing: there is no other source to ask.</summary>
    public void Invalidate()
    {
    }
}
