using VpcMirrorOperator.Emulator.Wire;




namespace VpcMirrorOperator.Emulator.Actions;

/// <summary>How an action ended.</summary>
/// <param name="Body">The JSON body of a success; empty with an error.</param>
/// <param name="Error">The refusal, or null.</param>
/// <param name="Executed">Whether this call changed a session or queued a change to it.</param>
/// <param name="Replayed">Whether this is the repeated answer of an earlier call with the same token.</param>
/// <param name="RequestId">The request id in the body; null for the call's own.</param>
internal sealed record ActionOutcome(
    ReadOnlyMemory<byte> Body, ApiError? Error = null, bool Executed = false, bool Replayed = false, string? RequestId = null)
{
    internal static ActionOutcome Refused(ApiError error) => new(ReadOnlyMemory<byte>.Empty, error);
}
