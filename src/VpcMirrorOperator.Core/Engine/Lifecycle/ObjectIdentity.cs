using System.Security.Cryptography;
using System.Text;

namespace VpcMirrorOperator.Engine.Lifecycle;

/// <summary>
/// Who an object is to the cloud (rule S1): what it creates carries this as tags, sent in the Create call only. Namespace and name outlive
/// the object, the uid does not.
/// </summary>
/// <param name="Cluster">The uid of the namespace kube-system; without a cluster the declared owner. 1 to 64 characters.</param>
/// <param name="ShortName">The kind's short name, for example <c>tms</c>.</param>
/// <param name="Namespace">The object's namespace.</param>
/// <param name="Name">The object's name.</param>
/// <param name="Uid">The object's uid.</param>
internal sealed record ObjectIdentity(string Cluster, string ShortName, string Namespace, string Name, string Uid)
{
    private const int HashDigits = 32;

    /// <summary>
    /// The value of <see cref="IdentityTags.CreatedBy"/>: this very object, in every life of it. At most 64 + 37 characters of the 128 that
    /// a tag may have.
    /// </summary>
    public string CreatedBy => $"{Cluster}/{ShortName}/{Hash($"{Namespace}/{Name}")}";

    /// <summary>Namespace and name, for people.</summary>
    public string Object => $"{Namespace}/{Name}";

    /// <summary>The first 32 hex digits of the SHA-256 of a text.</summary>
    /// <param name="text">For example namespace and name.</param>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..HashDigits];
}
