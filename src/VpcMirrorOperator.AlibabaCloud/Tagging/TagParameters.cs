using VpcMirrorOperator.AlibabaCloud.Rpc;

namespace VpcMirrorOperator.AlibabaCloud.Tagging;

/// <summary>Writes tags as parameters.</summary>
internal static class TagParameters
{
    /// <summary>Adds <c>name.1.Key</c>, <c>name.1.Value</c>, and so on. A tag without a value is a search for any value.</summary>
    public static RpcParameters AddTags(this RpcParameters parameters, string name, IReadOnlyList<ResourceTag>? tags) =>
        parameters.AddEach(name, tags, (tag, prefix, target) => target.Add(prefix + "Key", tag.Key).Add(prefix + "Value", tag.Value));
}
