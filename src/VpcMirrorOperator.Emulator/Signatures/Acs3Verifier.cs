using System.Security.Cryptography;
using System.Text;
using VpcMirrorOperator.Emulator.Wire;

namespace VpcMirrorOperator.Emulator.Signatures;

/// <summary>
/// ACS3-HMAC-SHA256: signed headers, with the signature in Authorization. The canonical request is rebuilt from decoded
/// parameters, because clients may encode the URL itself less strictly than the text they sign.
/// </summary>
internal static class Acs3Verifier
{
    internal const string Scheme = "ACS3-HMAC-SHA256";

    private static readonly string[] Required = [
        "host", "x-acs-action", "x-acs-content-sha256", "x-acs-date", "x-acs-signature-nonce", "x-acs-version"];

    internal static (SignedClaim? Claim, ApiError? Error) Read(WireRequest request)
    {
        var parts = AuthorizationParts(request.Headers["authorization"]);
        if (!parts.TryGetValue("Credential", out var key) || !parts.TryGetValue("SignedHeaders", out var signed)
            || !parts.TryGetValue("Signature", out var signature))
            return (null, SignatureErrors.Incomplete("Authorization must carry Credential, SignedHeaders and Signature"));
        var signedNames = signed.Split(';');
        if (FirstUnsigned(request, signedNames) is { } unsigned)
            return (null, SignatureErrors.Incomplete($"the header {unsigned} must be signed"));

        string Header(string name) => request.Headers.GetValueOrDefault(name, "");
        var token = Header("x-acs-security-token");
        return (new(key, token.Length == 0 ? null : token, Header("x-acs-date"), Header("x-acs-signature-nonce"),
            Header("x-acs-action"), Header("x-acs-version"), secret => Verify(request, signedNames, signature, secret)), null);
    }

    private static Dictionary<string, string> AuthorizationParts(string header)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in header[Scheme.Length..].Split(','))
        {
            if (part.Split('=', 2) is [var name, var value]) parts.TryAdd(name.Trim(), value.Trim());
        }

        return parts;
    }

    /// <summary>Host, content-type and every x-acs header that is present must be covered, and the fixed ones present.</summary>
    private static string? FirstUnsigned(WireRequest request, string[] signedNames)
    {
        var present = request.Headers.Keys.Select(name => name.ToLowerInvariant())
            .Where(name => name == "content-type" || name.StartsWith("x-acs-", StringComparison.Ordinal));
        return Required.Concat(present).FirstOrDefault(name => !signedNames.Contains(name, StringComparer.Ordinal))
            ?? signedNames.FirstOrDefault(name => !request.Headers.ContainsKey(name));
    }

    private static ApiError? Verify(WireRequest request, string[] signedNames, string signature, string secret)
    {
        var payloadHash = Convert.ToHexStringLower(SHA256.HashData(request.Raw.Body.Span));
        if (!string.Equals(request.Headers["x-acs-content-sha256"], payloadHash, StringComparison.OrdinalIgnoreCase))
            return SignatureErrors.PayloadHash;
        var canonical = CanonicalRequest(request, signedNames, payloadHash);
        var stringToSign = $"{Scheme}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var expected = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(stringToSign)));
        return FixedTime.Equal(expected, signature) ? null : SignatureErrors.Mismatch(stringToSign);
    }

    private static string CanonicalRequest(WireRequest request, string[] signedNames, string payloadHash)
    {
        var headers = string.Concat(signedNames.Select(name => $"{name}:{request.Headers[name].Trim()}\n"));
        var query = PercentEncoding.Canonical(request.Query);
        return $"{request.Raw.Method}\n/\n{query}\n{headers}\n{string.Join(';', signedNames)}\n{payloadHash}";
    }
}
