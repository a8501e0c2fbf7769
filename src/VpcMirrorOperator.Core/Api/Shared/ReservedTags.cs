namespace VpcMirrorOperator.Api.Shared;

/// <summary>Tags that belong to the operator (rule S1) or to the cloud: a user's may not begin like them.</summary>
public static class ReservedTags
{
    /// <summary>All of the operator's own keys begin like this.</summary>
    public const string Prefix = "vpcmirror.io/";

    /// <summary>Whether a key belongs to the operator. The cloud tells keys apart by case; people hardly do.</summary>
    /// <param name="key">The key of a tag.</param>
    public static bool Include(string key) => key?.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Whether the cloud keeps keys and values that begin like this one to itself (API page TagResources).</summary>
    /// <param name="text">The key or value of a tag.</param>
    public static bool AreOfTheCloud(string text) => text is not null
        && (text.StartsWith("aliyun", StringComparison.Ordinal) || text.StartsWith("acs:", StringComparison.Ordinal));
}
