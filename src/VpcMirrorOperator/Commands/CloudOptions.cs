using VpcMirrorOperator.Engine.Lifecycle;

namespace VpcMirrorOperator.Commands;

/// <summary>Which cloud a command talks to.</summary>
/// <param name="Emulator">The embedded emulator instead of the real cloud.</param>
/// <param name="EmulatorSeed">The emulator's seed file; null for the demo.</param>
/// <param name="EmulatorReset">Forget the emulator's saved state.</param>
/// <param name="Endpoint">Explicit VPC endpoint; null for the region's.</param>
/// <param name="Owner">Whose the sessions and filters are that are created; null for nobody's: none is.</param>
/// <param name="StateFolder">Where status and the emulator's state are kept, absolute.</param>
internal sealed record CloudOptions(
    bool Emulator, string? EmulatorSeed, bool EmulatorReset, string? Endpoint, string? Owner, string StateFolder)
{
    private const string OwnerOfEmulated = "local";

    /// <summary>What stands in the mark of all that is created (rule S1).</summary>
    public Installation Installation() => (Owner ?? (Emulator ? OwnerOfEmulated : null)) is { } owner
        ? Engine.Lifecycle.Installation.Of(owner)
        : Engine.Lifecycle.Installation.Unknown(MissingOwner);

    /// <summary>The remedy where something is to be created and nobody says whose it is.</summary>
    public const string MissingOwner = "Say whose it is, with the same name in each run and another one than anybody else's: --owner NAME.";
}
