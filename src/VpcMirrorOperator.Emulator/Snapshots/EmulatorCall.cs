using System.Collections.Immutable;
using VpcMirrorOperator.Emulator.Faults;

namespace VpcMirrorOperator.Emulator.Snapshots;

/// <summary>One entry of the call log.</summary>
/// <param name="Sequence">1 for the first call since the start or the last reset.</param>
/// <param name="Time">When it arrived, by the emulator's clock.</param>
/// <param name="Account">Whose call; empty when the signature was refused.</param>
/// <param name="Region">RegionId, or empty.</param>
/// <param name="Action">The operation, as the request named it.</param>
/// <param name="SessionId">TrafficMirrorSessionId, or empty.</param>
/// <param name="Ids">The source ids of a write; the session ids of a List.</param>
/// <param name="ClientToken">ClientToken, or null.</param>
/// <param name="DryRun">Whether it was a dry run.</param>
/// <param name="Status">The HTTP status that was answered; 0 when the connection was dropped.</param>
/// <param name="Code">The error code that was answered, <c>OK</c>, or <c>ConnectionDropped</c>.</param>
/// <param name="RequestId">The request id that was answered.</param>
/// <param name="Executed">Whether this call changed a session or queued a change to it, whatever was answered.</param>
/// <param name="Replayed">Whether it was answered from an earlier call with the same token.</param>
/// <param name="Fault">The fault that applied to it, or null.</param>
/// <param name="Foreign">Whether it was made by the foreign writer of the emulator, not over the API.</param>
public sealed record EmulatorCall(
    long Sequence,
    DateTimeOffset Time,
    string Account,
    string Region,
    string Action,
    string SessionId,
    ImmutableArray<string> Ids,
    string? ClientToken,
    bool DryRun,
    int Status,
    string Code,
    string RequestId,
    bool Executed,
    bool Replayed,
    FaultKind? Fault,
    bool Foreign);
