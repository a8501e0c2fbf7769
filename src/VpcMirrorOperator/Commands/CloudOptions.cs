namespace VpcMirrorOperator.Commands;

/// <summary>Which cloud a command talks to.</summary>
/// <param name="Emulator">The embedded emulator instead of the real cloud.</param>
/// <param name="EmulatorSeed">The emulator's seed file; null for the demo.</param>
/// <param name="EmulatorReset">Forget the emulator's saved state.</param>
/// <param name="Endpoint">Explicit VPC endpoint; null for the region's.</param>
/// <param name="StateFolder">Where status and the emulator's state are kept, absolute.</param>
internal sealed record CloudOptions(bool Emulator, string? EmulatorSeed, bool EmulatorReset, string? Endpoint, string StateFolder);
