using System.Security.Cryptography;
using System.Text;

namespace VpcMirrorOperator.Emulator.Signatures;

/// <summary>Comparison whose duration does not tell where two texts differ.</summary>
internal static class FixedTime
{
    internal static bool Equal(string left, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right));
}
