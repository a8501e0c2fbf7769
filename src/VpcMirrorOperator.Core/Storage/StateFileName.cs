using System.Security.Cryptography;
using System.Text;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Storage;

/// <summary>Names the state file of an object: <c>namespace_name.json</c>. Neither part can hold an underscore (DNS-1123).</summary>
internal static class StateFileName
{
    /// <summary>File systems allow 255 bytes, names of objects 253 characters: longer ones end in a digest.</summary>
    private const int MaxStem = 200;

    public static string In(string folder, ObjectKey key)
    {
        var stem = $"{key.Namespace}_{key.Name}";
        if (stem.Length > MaxStem)
            stem = $"{stem[..(MaxStem - 65)]}_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(stem)))}";
        return Path.Join(folder, stem + ".json");
    }
}
