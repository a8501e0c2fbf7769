using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using VpcMirrorOperator.Emulator.Wire;

namespace VpcMirrorOperator.Emulator.Signatures;

/// <summary>The older RPC signature: HMAC-SHA1 over all parameters of query and form, with the signature as one of them.</summary>
internal static class RpcV1Verifier
{
    private static readonly string[] Required = ["AccessKeyId", "SignatureNonce", "Timestamp", "Action", "Version"];

    internal static (SignedClaim? Claim, ApiError? Error) Read(WireRequest request)
    {
        string Parameter(string name) => request.Parameters.GetValueOrDefault(name, "");
        if (Parameter("SignatureMethod") != "HMAC-SHA1" || Parameter("SignatureVersion") != "1.0")
            return (null, SignatureErrors.Incomplete("SignatureMethod must be HMAC-SHA1 and SignatureVersion 1.0"));
        if (Required.FirstOrDefault(n => Parameter(n).Length == 0) is { } missing)
            return (null, CloudErrors.Missing(missing));
        return (new(Parameter("AccessKeyId"), request.Parameters.GetValueOrDefault("SecurityToken"), Parameter("Timestamp"),
            Parameter("SignatureNonce"), Parameter("Action"), Parameter("Version"), secret => Verify(request, secret)), null);
    }

    [SuppressMessage("Security", "CA5350", Justification = "The protocol prescribes HMAC-SHA1.")]
    private static ApiError? Verify(WireRequest request, string secret)
    {
        var stringToSign = StringToSign(request, p => p.Value);
        var expected = Convert.ToBase64String(
            HMACSHA1.HashData(Encoding.UTF8.GetBytes(secret + "&"), Encoding.UTF8.GetBytes(stringToSign)));
        return FixedTime.Equal(expected, request.Parameters["Signature"])
            ? null
            : SignatureErrors.Mismatch(StringToSign(request, p => p.Key == "SecurityToken" ? "***" : p.Value));
    }

    private static string StringToSign(WireRequest request, Func<KeyValuePair<string, string>, string> value)
    {
        var signed = request.Parameters.Where(p => p.Key != "Signature").Select(p => KeyValuePair.Create(p.Key, value(p)));
        return $"{request.Raw.Method}&%2F&{PercentEncoding.Encode(PercentEncoding.Canonical(signed))}";
    }
}
