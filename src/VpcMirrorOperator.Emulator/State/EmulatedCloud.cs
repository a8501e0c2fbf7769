using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.Settings;



namespace VpcMirrorOperator.Emulator.State;

/// <summary>Everything the emulated service holds. Guarded by the emulator's one lock.</summary>
internal sealed class EmulatedCloud
{
    private readonly Dictionary<string, EmulatedAccount> byKey;

    internal EmulatedCloud(EmulatorSeed seed, DateTimeOffset now, Random random)
    {
        Settings = seed.Settings;
        Random = random;
        NetworkInterfaces = seed.NetworkInterfaces;
        Accounts = [.. seed.Accounts.Select(account => new EmulatedAccount(account, now))];
        byKey = Accounts.ToDictionary(account => account.Seed.AccessKeyId, StringComparer.Ordinal);
        PageTokenSalt = random.Next();
    }

    internal EmulatorSettings Settings { get; set; }

    internal Random Random { get; }

    internal NetworkInterfaceSeed NetworkInterfaces { get; set; }

    internal IReadOnlyList<EmulatedAccount> Accounts { get; }

    internal TokenLedger Tokens { get; } = new();

    /// <summary>Makes page tokens of one emulator meaningless to another.</summary>
    internal int PageTokenSalt { get; }

    internal EmulatedAccount? AccountOfKey(string accessKeyId) => byKey.GetValueOrDefault(accessKeyId);

    internal string NewRequestId()
    {
        Span<byte> bytes = stackalloc byte[16];
        Random.NextBytes(bytes);
        return new Guid(bytes).ToString("D").ToUpperInvariant();
    }
}
