using System.Security.Cryptography;

namespace VpcMirrorOperator.AlibabaCloud.Signing;

/// <summary>Nonces of 256 random bits as 64 hexadecimal digits, the form the npm SDK sends. For composition roots.</summary>
public sealed class RandomNonceSource : INonceSource
{
    /// <inheritdoc/>
    public string Create() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
}
