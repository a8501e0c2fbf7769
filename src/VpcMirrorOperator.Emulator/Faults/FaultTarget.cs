using System.Collections.Immutable;

namespace VpcMirrorOperator.Emulator.Faults;

/// <summary>What a fault rule can ask about a call.</summary>
/// <param name="Action">The operation.</param>
/// <param name="IsWrite">Whether the operation changes a session.</param>
/// <param name="Account">The account's name.</param>
/// <param name="Region">RegionId, or empty.</param>
/// <param name="Sessions">The sessions that the call names.</param>
/// <param name="NetworkInterfaces">The source ids that the call names.</param>
internal readonly record struct FaultTarget(
    string Action, bool IsWrite, string Account, string Region, ImmutableArray<string> Sessions, ImmutableArray<string> NetworkInterfaces);
