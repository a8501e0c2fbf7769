namespace VpcMirrorOperator.AlibabaCloud.Credentials;

/// <summary>One set of keys. Printing it shows only who gave it and until when, never a key.</summary>
/// <param name="AccessKeyId">Public part, <c>LTAI…</c> or <c>STS.…</c>.</param>
/// <param name="AccessKeySecret">Signing key.</param>
/// <param name="SecurityToken">Given with temporary keys only.</param>
/// <param name="Expiration">When temporary keys expire; null = never.</param>
/// <param name="ProviderName">Sent as <c>x-acs-credentials-provider</c>, as the SDKs do.</param>
public sealed record CloudCredentials(
    string AccessKeyId, string AccessKeySecret, string? SecurityToken, DateTimeOffset? Expiration, string ProviderName)
{
    /// <inheritdoc/>
    public override string ToString() => Expiration is { } end ? $"{ProviderName} (until {end:u})" : ProviderName;

    /// <summary>Whether the public parts can be sent as headers; a pasted key may hold line breaks or typographic characters.</summary>
    internal bool AreSendable => $"{AccessKeyId}{SecurityToken}".All(c => c is > ' ' and < '\x7f');

    /// <summary>Whether both hold the same keys, from whatever provider.</summary>
    internal bool SameKeysAs(CloudCredentials other) =>
        AccessKeyId == other.AccessKeyId && AccessKeySecret == other.AccessKeySecret && SecurityToken == other.SecurityToken;
}
