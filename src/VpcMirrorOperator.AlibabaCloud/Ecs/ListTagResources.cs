using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using VpcMirrorOperator.AlibabaCloud.Json;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Tagging;

namespace VpcMirrorOperator.AlibabaCloud.Ecs;

/// <summary>
/// Reads tags of ECS resources, one page per call: the way to more than 1,000 interfaces of a tag. The page size cannot be chosen.
/// Source: API page and SDK model docs of ListTagResources, 2014-05-26.
/// </summary>
public sealed record ListTagResourcesRequest : IEcsRequest<ListTagResourcesResponse>
{
    /// <inheritdoc/>
    public required string RegionId { get; init; }

    /// <summary><c>eni</c> for network interfaces, <c>instance</c> for instances, and others.</summary>
    public required string ResourceType { get; init; }

    /// <summary>At most 50 ids.</summary>
    public IReadOnlyList<string>? ResourceId { get; init; }

    /// <summary>
    /// At most 20 tags, all of which must be there. A key alone means any value; a value alone is refused with
    /// <c>InvalidParameter.TagValue</c>. The key <c>acs:rm:rgId</c>, alone, selects by resource group, but not the default one.
    /// </summary>
    public IReadOnlyList<ResourceTag>? Tag { get; init; }

    /// <summary>At most 5 patterns; not together with <see cref="Tag"/>. At most 5,000 resources, up to 2 s late.</summary>
    public IReadOnlyList<TagFilter>? TagFilter { get; init; }

    /// <summary>Opaque token of the page before; keep all other parameters equal between pages.</summary>
    public string? NextToken { get; init; }

    /// <inheritdoc/>
    public string Action => "ListTagResources";

    /// <inheritdoc/>
    public bool IsWrite => false;

    /// <inheritdoc/>
    public JsonTypeInfo<ListTagResourcesResponse> ResponseType => EcsListTagResourcesJson.Default.ListTagResourcesResponse;

    /// <inheritdoc/>
    public void WriteParameters(RpcParameters parameters) => parameters
        .Add("NextToken", NextToken)
        .Add("RegionId", RegionId)
        .AddList("ResourceId", ResourceId)
        .Add("ResourceType", ResourceType)
        .AddTags("Tag", Tag)
        .AddEach("TagFilter", TagFilter, Ecs.TagFilter.Write);
}

/// <summary>One page of tags.</summary>
public sealed record ListTagResourcesResponse : IRpcResponse
{
    /// <inheritdoc/>
    public string? RequestId { get; init; }

    /// <summary>Token of the next page; empty or absent on the last.</summary>
    [JsonConverter(typeof(LenientTextConverter))]
    public string? NextToken { get; init; }

    /// <summary>The tags of this page (the list <c>TagResource</c> in an object of this name); null when absent.</summary>
    [JsonConverter(typeof(TagResourceConverter))]
    public ReplyList<TaggedResource>? TagResources { get; init; }
}

// The generator demands a name that differs from its namesake of the VPC API.
[JsonSourceGenerationOptions(
    // Two lists of one name contradict each other; the last one must not win silently.
    AllowDuplicateProperties = false,
    Converters =
    [
        typeof(CleanTextConverter),
    ])]
[JsonSerializable(typeof(ListTagResourcesResponse))]
[JsonSerializable(typeof(TaggedResource))]
internal sealed partial class EcsListTagResourcesJson : JsonSerializerContext;
