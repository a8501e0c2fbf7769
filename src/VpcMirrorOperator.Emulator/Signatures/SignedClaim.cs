using VpcMirrorOperator.Emulator.Wire;




namespace VpcMirrorOperator.Emulator.Signatures;

/// <summary>What a signed request says about itself, in either protocol, before any of it is believed.</summary>
/// <param name="AccessKeyId">Whose key it claims to be signed with.</param>
/// <param name="SecurityToken">The STS token it carries, or null.</param>
/// <param name="Date">The date text.</param>
/// <param name="Nonce">The nonce text.</param>
/// <param name="Action">The operation.</param>
/// <param name="Version">The API version.</param>
/// <param name="Verify">Compares the signature, given the secret.</param>
internal sealed record SignedClaim(
    string AccessKeyId, string? SecurityToken, string Date, string Nonce, string Action, string Version, Func<string, ApiError?> Verify);
