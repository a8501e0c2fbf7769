using System.Globalization;
using VpcMirrorOperator.Emulator.State;
using VpcMirrorOperator.Emulator.Wire;

namespace VpcMirrorOperator.Emulator.Signatures;

/// <summary>
/// Decides whose request this is. The checks, in order: form of the signature, date, key, token, signature, nonce. A nonce
/// counts as used only after its signature was found right, so nobody can use up another's.
/// </summary>
internal sealed class SignatureCheck(EmulatedCloud cloud)
{
    private readonly NonceLedger _nonces = new();

    internal SignatureOutcome Check(WireRequest request, DateTimeOffset now)
    {
        var (claim, error) = Read(request);
        if (claim is null) return SignatureOutcome.Refused(error!);
        var account = cloud.AccountOfKey(claim.AccessKeyId);
        var key = account?.FindCredential(claim.AccessKeyId);
        error = CheckDate(claim.Date, now) ?? CheckCredential(claim, key, now) ?? claim.Verify(key!.AccessKeySecret)
            ?? CheckNonce(claim, now);
        return error is null ? new(account, claim.Action, claim.Version, null) : SignatureOutcome.Refused(error, claim.Action);
    }

    private static (SignedClaim? Claim, ApiError? Error) Read(WireRequest request)
    {
        if (request.Headers.GetValueOrDefault("authorization", "").StartsWith(Acs3Verifier.Scheme + " ", StringComparison.Ordinal))
            return Acs3Verifier.Read(request);
        return request.Parameters.ContainsKey("Signature")
            ? RpcV1Verifier.Read(request)
            : (null, SignatureErrors.Incomplete("neither an ACS3 Authorization header nor a Signature parameter is present"));
    }

    private ApiError? CheckDate(string text, DateTimeOffset now)
    {
        if (!DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal, out var date))
            return SignatureErrors.DateFormat;
        return (date - now).Duration() > cloud.Settings.ClockSkewTolerance ? SignatureErrors.DateExpired : null;
    }

    private static ApiError? CheckCredential(SignedClaim claim, EmulatedCredential? key, DateTimeOffset now)
    {
        if (key is null) return SignatureErrors.UnknownKey;
        if (key.SecurityToken is null) return claim.SecurityToken is null ? null : SignatureErrors.TokenWrong;
        if (claim.SecurityToken is null) return SignatureErrors.TokenMissing;
        if (!FixedTime.Equal(key.SecurityToken, claim.SecurityToken)) return SignatureErrors.TokenWrong;
        return key.IsExpired(now) ? SignatureErrors.TokenExpired : null;
    }

    private ApiError? CheckNonce(SignedClaim claim, DateTimeOffset now)
    {
        if (claim.Nonce.Length == 0) return SignatureErrors.Incomplete("the nonce is empty");
        return _nonces.TryUse(claim.AccessKeyId, claim.Nonce, now, cloud.Settings.ClockSkewTolerance) ? null : SignatureErrors.NonceUsed;
    }
}
