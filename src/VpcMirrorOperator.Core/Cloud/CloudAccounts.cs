using System.Collections.Frozen;

namespace VpcMirrorOperator.Cloud;

/// <summary>The accounts that this process can work in, by name.</summary>
/// <param name="accounts">Accounts with different names.</param>
internal sealed class CloudAccounts(params IEnumerable<CloudAccount> accounts)
{
    private readonly FrozenDictionary<string, CloudAccount> _accounts =
        accounts.ToFrozenDictionary(account => account.Name, StringComparer.Ordinal);

    /// <summary>The client and the reader of an account.</summary>
    /// <param name="name">For example <see cref="Api.Shared.Accounts.Default"/>.</param>
    /// <exception cref="ArgumentException">There is no such account.</exception>
    public CloudAccount Of(string name) =>
        _accounts.GetValueOrDefault(name) ?? throw new ArgumentException($"There is no account {name}.", nameof(name));
}
