using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace VpcMirrorOperator.Engine.Operations;

/// <summary>
/// Idempotence tokens. The same operation always has the same token, so a repeat cannot execute it twice; another operation, even
/// with the same payload, has another sequence and so another token (API page on idempotence: same token and same parameters
/// answer the first result and do nothing; other parameters are refused).
/// </summary>
public static class ClientTokens
{
    private const int HexDigits = 40;

    /// <summary>The token of an operation: 44 ASCII characters of the 64 allowed.</summary>
    /// <param name="uid">The object's uid.</param>
    /// <param name="sequence">The operation's number within the object.</param>
    /// <param name="verb">What is called.</param>
    /// <param name="payload">What it is called with, in a fixed order.</param>
    public static string For(string uid, long sequence, string verb, IReadOnlyList<string> payload)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{uid}\n{sequence}\n{verb}\n{string.Join('\n', payload)}");
        return "vmo-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..HexDigits];
    }
}
