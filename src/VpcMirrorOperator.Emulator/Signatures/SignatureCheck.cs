using System.Globalization;

namespace VpcMirrorOperator.Emulator;

/// <summary>
/// Decides whose request this is. The checks, in order: form of the signature, date, key, token, signature, nonce. A nonce
/// counts as used only after its signature was found right, so nobody can use up another's.
/// </summary>
internal sealed class SignatureCheck(World world)
{
    private readonly NonceLedger nonces = new();

    internal SignatureOutcome Check(WireRequest request, DateTimeOffset now)
    {
        var (claim, error) = Read(request);
        if (claim is null) return SignatureOutcome.Refused(error!);
        var account = world.AccountOfKey(claim.AccessKeyId);
        error = CheckDate(claim.Date, now) ?? CheckCredential(claim, account) ?? claim.Verify(account!.Seed.AccessKeySecret)
            ?? CheckNonce(claim, now);
        return error is null ? new(account, claim.Action, claim.Version, null) : SignatureOutcome.Refused(error, claim.Action);
    }

    private static (SignedClaim? Claim, ApiError? Error) Read(WireRequest request)
    {
        if (request.Headers.GetValueOrDefault("authorization", "").StartsWith(Acs3Signature.Scheme + " ", StringComparison.Ordinal))
            return Acs3Signature.Read(request);
        return request.Parameters.ContainsKey("Signature")
            ? RpcV1Signature.Read(request)
            : (null, SignatureErrors.Incomplete("neither an ACS3 Authorization header nor a Signature parameter is present"));
    }

    private ApiError? CheckDate(string text, DateTimeOffset now)
    {
        if (!DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal, out var date))
            return SignatureErrors.DateFormat;
        return (date - now).Duration() > world.Settings.ClockSkewTolerance ? SignatureErrors.DateExpired : null;
    }

    private static ApiError? CheckCredential(SignedClaim claim, Account? account)
    {
        if (account is null) return SignatureErrors.UnknownKey;
        if (account.Seed.SecurityToken is null) return claim.SecurityToken is null ? null : SignatureErrors.TokenWrong;
        if (claim.SecurityToken is null) return SignatureErrors.TokenMissing;
        return FixedTime.Equal(account.Seed.SecurityToken, claim.SecurityToken) ? null : SignatureErrors.TokenWrong;
    }

    private ApiError? CheckNonce(SignedClaim claim, DateTimeOffset now)
    {
        if (claim.Nonce.Length == 0) return SignatureErrors.Incomplete("the nonce is empty");
        return nonces.TryUse(claim.AccessKeyId, claim.Nonce, now, world.Settings.ClockSkewTolerance) ? null : SignatureErrors.NonceUsed;
    }
}
