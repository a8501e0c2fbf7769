namespace VpcMirrorOperator.Emulator.Seeds;

/// <summary>One account with the credentials that may call for it.</summary>
/// <param name="Name">The name used in faults, the control API and the call log.</param>
/// <param name="AccessKeyId">The access key id that requests are signed with.</param>
/// <param name="AccessKeySecret">The secret that signatures are verified with.</param>
/// <param name="SecurityToken">Makes it an STS credential: requests must carry this token. Null for a plain key.</param>
/// <param name="Regions">The regions that the account can use; others answer <c>InvalidRegionId.NotFound</c>.</param>
public sealed record AccountSeed(
    string Name, string AccessKeyId, string AccessKeySecret, string? SecurityToken, IReadOnlyList<RegionSeed> Regions)
{
    /// <summary>When the STS credential above expires, from the start of the emulator (0 to 72 h); null for never.</summary>
    public TimeSpan? ExpiresIn { get; init; }

    /// <summary>More credentials of the same account, for example the one that STS issued next.</summary>
    public IReadOnlyList<CredentialSeed> OtherCredentials { get; init; } = [];

    /// <summary>For an account whose payment is overdue: when its sessions are deleted (0 to 8760 h). Until then they are
    /// FinancialLocked. Null for an account in good standing.</summary>
    public TimeSpan? SessionsDeletedIn { get; init; }

    /// <summary>All credentials of the account.</summary>
    internal IEnumerable<CredentialSeed> Credentials => [new(AccessKeyId, AccessKeySecret, SecurityToken, ExpiresIn), .. OtherCredentials];

    /// <summary>The account's name only: a record's own text would show the secret.</summary>
    public override string ToString() => $"{nameof(AccountSeed)} {Name}";
}
