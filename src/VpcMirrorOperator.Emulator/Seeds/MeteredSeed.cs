namespace VpcMirrorOperator.Emulator.Seeds;

/// <summary>What a source of a session has cost before the emulator started.</summary>
/// <param name="Session">The session's id; it may be deleted.</param>
/// <param name="NetworkInterface">The source; it may have left.</param>
/// <param name="Hours">Started hours of periods that have ended, 0 to 100,000,000.</param>
/// <param name="RunningFor">For how long the period that goes on has lasted (0 to 1,000,000 h); null when none does.</param>
public sealed record MeteredSeed(string Session, string NetworkInterface, int Hours, TimeSpan? RunningFor);
