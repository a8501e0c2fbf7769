namespace VpcMirrorOperator.Api.Shared;

/// <summary>The keys of tags that belong to the operator: a user's may not begin like them (rule S1).</summary>
public static class ReservedTags
{
    /// <summary>All of the operator's own keys begin like this.</summary>
    public const string Prefix = "vpcmirror.io/";

    /// <summary>Whether a key belongs to the operator. The cloud tells keys apart by case; people hardly do.</summary>
    /// <param name="key">The key of a tag.</param>
    public static bool Include(string key) => key?.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) == true;
}
