namespace VpcMirrorOperator.Emulator;

/// <summary>An account and its regions.</summary>
internal sealed class Account(AccountSeed seed, DateTimeOffset now)
{
    internal AccountSeed Seed { get; } = seed;

    internal string Name => Seed.Name;

    internal IReadOnlyDictionary<string, Region> Regions { get; } =
        seed.Regions.ToDictionary(region => region.Id, region => new Region(region, now), StringComparer.Ordinal);
}
