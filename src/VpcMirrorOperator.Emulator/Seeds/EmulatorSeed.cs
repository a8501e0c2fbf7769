using VpcMirrorOperator.Emulator.Faults;
using VpcMirrorOperator.Emulator.Settings;
using VpcMirrorOperator.Emulator.Yaml;




namespace VpcMirrorOperator.Emulator.Seeds;

/// <summary>
/// What an emulator starts with: settings, accounts with their regions and sessions, network interfaces and faults. The
/// same shape is exported again, so a seed is also a saved state. The format is documented in <c>docs/emulator.md</c> and
/// <c>docs/emulator-seed.schema.json</c>.
/// </summary>
public sealed record EmulatorSeed
{
    /// <summary>The behaviour of the service.</summary>
    public EmulatorSettings Settings { get; init; } = new();

    /// <summary>Which network interfaces exist.</summary>
    public NetworkInterfaceSeed NetworkInterfaces { get; init; } = new();

    /// <summary>The accounts; names and access keys are unique.</summary>
    public IReadOnlyList<AccountSeed> Accounts { get; init; } = [];

    /// <summary>Faults that are on from the start.</summary>
    public IReadOnlyList<FaultRule> Faults { get; init; } = [];

    /// <summary>Reads a seed from YAML (or JSON, which is YAML too).</summary>
    /// <param name="text">The whole document.</param>
    /// <param name="sourceName">What to call it in errors: usually the file's path.</param>
    /// <exception cref="EmulatorSeedException">The text is not a valid seed; the message names source, line, field and remedy.</exception>
    public static EmulatorSeed Parse(string text, string sourceName) => SeedReader.Read(SeedDocument.Load(text, sourceName));

    /// <summary>Writes this seed so that <see cref="Parse"/> gives it back.</summary>
    public string ToYaml() => SeedWriter.Write(this);
}
