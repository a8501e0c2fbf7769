using VpcMirrorOperator.AlibabaCloud.Rpc;

namespace VpcMirrorOperator.AlibabaCloud.Ecs;

/// <summary>
/// A pattern for tags: <c>env*</c>, <c>*env*</c> or <c>env</c>. Several must all fit. Source: SDK model docs of ListTagResources,
/// 2014-05-26.
/// </summary>
public sealed record TagFilter
{
    /// <summary>The key; a pattern only where <see cref="TagValues"/> is empty.</summary>
    public required string TagKey { get; init; }

    /// <summary>At most 5 patterns, one of which must fit.</summary>
    public IReadOnlyList<string>? TagValues { get; init; }

    internal static void Write(TagFilter filter, string prefix, RpcParameters parameters) => parameters
        .Add(prefix + "TagKey", filter.TagKey)
        .AddList(prefix + "TagValues", filter.TagValues);
}
