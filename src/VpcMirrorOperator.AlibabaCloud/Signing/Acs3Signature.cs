using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace VpcMirrorOperator.AlibabaCloud.Signing;

/// <summary>The three steps of ACS3-HMAC-SHA256 after the canonical request, as pure functions.</summary>
internal static class Acs3Signature
{
    /// <summary>Name of the algorithm on the wire.</summary>
    public const string Algorithm = "ACS3-HMAC-SHA256";

    /// <summary>Payload hash of a call without a body, the only kind the current SDK sends for RPC products.</summary>
    public const string EmptyPayloadHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    /// <summary>The text whose keyed hash is the signature.</summary>
    public static string StringToSign(CanonicalRequest request) =>
        $"{Algorithm}\n{Convert.ToHexStringLower(Hash(request.Text))}";

    /// <summary>The signature in lower-case hexadecimal. The key is the plain secret.</summary>
    public static string Sign(string stringToSign, string accessKeySecret) => Convert.ToHexStringLower(
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(accessKeySecret), Encoding.UTF8.GetBytes(stringToSign)));

    /// <summary>The value of the Authorization header.</summary>
    public static string Authorization(CanonicalRequest request, string accessKeyId, string accessKeySecret) =>
        $"{Algorithm} Credential={accessKeyId},SignedHeaders={request.SignedHeaders}," +
        $"Signature={Sign(StringToSign(request), accessKeySecret)}";

    private static byte[] Hash(string text)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            return SHA256.HashData(bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)));
        }
        finally
        {
            // A security token may be in it.
            ArrayPool<byte>.Shared.Return(bytes, clearArray: true);
        }
    }
}
