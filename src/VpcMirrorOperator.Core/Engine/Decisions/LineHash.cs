using System.Security.Cryptography;
using System.Text;

namespace VpcMirrorOperator.Engine.Decisions;

/// <summary>
/// A name that a person copies to say that they mean exactly this: 128 bits, so that nobody can make another thing with it.
/// </summary>
internal static class LineHash
{
    private const int Length = 32;

    /// <summary>32 lower-case hex digits over the lines, in this order.</summary>
    public static string Of(IEnumerable<string> lines)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in lines) hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..Length];
    }
}
