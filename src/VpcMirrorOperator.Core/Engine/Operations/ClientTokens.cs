using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using VpcMirrorOperator.Api.Shared;

namespace VpcMirrorOperator.Engine.Operations;

/// <summary>
/// Idempotence tokens. The same operation always has the same token, so a repeat cannot execute it twice; another operation, even
/// with the same payload, has another sequence and so another token (API page on idempotence: same token and same parameters
/// answer the first result and do nothing; other parameters are refused).
/// </summary>
internal static class ClientTokens
{
    private const int HexDigits = 40;

    /// <summary>The token of an operation: 44 ASCII characters of the 64 allowed.</summary>
    /// <param name="uid">The object's uid.</param>
    /// <param name="operation">The operation: its sequence, verb and payload count, nothing else.</param>
    public static string For(string uid, IRecordedOperation operation)
    {
        var payload = string.Join('\n', operation.Payload);
        var text = string.Create(CultureInfo.InvariantCulture, $"{uid}\n{operation.Sequence}\n{operation.VerbName}\n{payload}");
        return "vmo-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..HexDigits];
    }

    /// <summary>
    /// Whether the object with this uid recorded an operation itself; a status from a backup may bring one of a former object of its name.
    /// </summary>
    /// <param name="uid">The object's uid.</param>
    /// <param name="operation">The operation, with its token.</param>
    public static bool IsOf(string uid, IRecordedOperation operation) => operation.ClientToken == For(uid, operation);
}
