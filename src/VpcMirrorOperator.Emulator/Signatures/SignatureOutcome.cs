using VpcMirrorOperator.Emulator.State;
using VpcMirrorOperator.Emulator.Wire;




namespace VpcMirrorOperator.Emulator.Signatures;

/// <summary>Who signed a request and what it asks for; or why it is refused.</summary>
internal readonly record struct SignatureOutcome(EmulatedAccount? Account, string Action, string Version, ApiError? Error)
{
    internal static SignatureOutcome Refused(ApiError error, string action = "") => new(null, action, "", error);
}
