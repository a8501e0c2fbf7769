using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.Settings;




namespace VpcMirrorOperator.Emulator.State;

/// <summary>Everything the emulated service holds. Guarded by the emulator's one lock.</summary>
internal sealed class EmulatedCloud
{
    private readonly Dictionary<string, EmulatedAccount> _byKey = new(StringComparer.Ordinal);

    internal EmulatedCloud(EmulatorSeed seed, DateTimeOffset now, Random random)
    {
        Settings = seed.Settings;
        Random = random;
        NetworkInterfaces = seed.NetworkInterfaces;
        Accounts = [.. seed.Accounts.Select(account => new EmulatedAccount(account, now))];
        foreach (var account in Accounts)
            foreach (var key in account.Credentials) _byKey.Add(key.AccessKeyId, account);
        PageTokenSalt = random.Next();
    }

    internal EmulatorSettings Settings { get; set; }

    internal Random Random { get; }

    internal NetworkInterfaceSeed NetworkInterfaces { get; set; }

    internal IReadOnlyList<EmulatedAccount> Accounts { get; }

    internal TokenLedger Tokens { get; } = new();

    /// <summary>Makes page tokens of one emulator meaningless to another.</summary>
    internal int PageTokenSalt { get; }

    internal EmulatedAccount? AccountOfKey(string accessKeyId) => _byKey.GetValueOrDefault(accessKeyId);

    /// <summary>Gives the account another credential. False when the key id is another account's.</summary>
    internal bool TryIssue(EmulatedAccount account, EmulatedCredential credential)
    {
        if (!_byKey.TryAdd(credential.AccessKeyId, account) && _byKey[credential.AccessKeyId] != account) return false;
        account.Issue(credential);
        return true;
    }

    /// <summary>A new id with its prefix, as the service makes them.</summary>
    internal string NewId(string prefix) => prefix + "em" + Random.GetString("abcdefghijklmnopqrstuvwxyz0123456789", 18);

    internal string NewRequestId()
    {
        Span<byte> bytes = stackalloc byte[16];
        Random.NextBytes(bytes);
        return new Guid(bytes).ToString("D").ToUpperInvariant();
    }
}
