using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using VpcMirrorOperator.Api.TrafficMirrorSessions;

namespace VpcMirrorOperator.Engine.Operations;

/// <summary>
/// Idempotence tokens. The same operation always has the same token, so a repeat cannot execute it twice; another operation, even
/// with the same ids, has another sequence and so another token (API page on idempotence: same token and same parameters
/// answer the first result and do nothing; other parameters are refused).
/// </summary>
public static class ClientTokens
{
    private const int HexDigits = 40;

    /// <summary>The token of an operation: 44 ASCII characters of the 64 allowed.</summary>
    /// <param name="uid">The object's uid.</param>
    /// <param name="sequence">The operation's number within the object.</param>
    /// <param name="verb">Add or remove.</param>
    /// <param name="ids">The ids in ordinal order.</param>
    public static string For(string uid, long sequence, OperationVerb verb, IReadOnlyList<string> ids)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{uid}\n{sequence}\n{verb}\n{string.Join('\n', ids)}");
        return "vmo-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..HexDigits];
    }
}
