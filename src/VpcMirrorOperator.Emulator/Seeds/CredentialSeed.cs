namespace VpcMirrorOperator.Emulator.Seeds;

/// <summary>An access key of an account.</summary>
/// <param name="AccessKeyId">The access key id that requests are signed with; unique among all accounts.</param>
/// <param name="AccessKeySecret">The secret that signatures are verified with.</param>
/// <param name="SecurityToken">Makes it an STS credential: requests must carry this token. Null for a plain key.</param>
/// <param name="ExpiresIn">When an STS credential expires, from the start of the emulator (0 to 72 h): from then on requests
/// answer <c>InvalidSecurityToken.Expired</c>. Null for never, as for every plain key.</param>
public sealed record CredentialSeed(string AccessKeyId, string AccessKeySecret, string? SecurityToken = null, TimeSpan? ExpiresIn = null)
{
    /// <summary>The key id only: a record's own text would show the secret.</summary>
    public override string ToString() => $"{nameof(CredentialSeed)} {AccessKeyId}";
}
