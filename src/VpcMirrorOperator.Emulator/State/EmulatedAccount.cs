using VpcMirrorOperator.Emulator.Seeds;



namespace VpcMirrorOperator.Emulator.State;

/// <summary>An account and its regions.</summary>
internal sealed class EmulatedAccount(AccountSeed seed, DateTimeOffset now)
{
    internal AccountSeed Seed { get; } = seed;

    internal string Name => Seed.Name;

    internal IReadOnlyDictionary<string, EmulatedRegion> Regions { get; } =
        seed.Regions.ToDictionary(region => region.Id, region => new EmulatedRegion(region, now), StringComparer.Ordinal);
}
