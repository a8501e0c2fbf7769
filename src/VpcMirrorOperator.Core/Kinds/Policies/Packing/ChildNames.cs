using System.Security.Cryptography;
using System.Text;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Policies.Packing;

/// <summary>
/// The names of children: <c>policy-hash-number</c>, with a hash of the target (rule P16). A policy's name may hold dashes and numbers of
/// its own: what follows it must be just these two parts.
/// </summary>
internal static class ChildNames
{
    // With the longest name of a policy and five digits, 63 characters: a label can hold it.
    private const int HashLength = 6;

    /// <summary>What the names of a policy's children on one target begin with.</summary>
    public static string Prefix(string policy, string target) =>
        $"{policy}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(target)))[..HashLength]}-";

    /// <summary>Whether an object may be a child of a policy by its name.</summary>
    public static bool IsChildOf(PackingPolicy policy, ObjectKey key) =>
        key.Namespace == policy.Namespace && key.Name.StartsWith(policy.Name + "-", StringComparison.Ordinal)
        && key.Name[(policy.Name.Length + 1)..].Split('-') is [{ Length: HashLength } hash, { Length: > 0 } number]
        && hash.All(char.IsAsciiHexDigitLower) && number.All(char.IsAsciiDigit);
}
