namespace VpcMirrorOperator.Emulator;

/// <summary>Who signed a request and what it asks for; or why it is refused.</summary>
internal readonly record struct SignatureOutcome(Account? Account, string Action, string Version, ApiError? Error)
{
    internal static SignatureOutcome Refused(ApiError error, string action = "") => new(null, action, "", error);
}
