using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using VpcMirrorOperator.AlibabaCloud.Json;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Tagging;

namespace VpcMirrorOperator.AlibabaCloud.Vpc;

/// <summary>
/// Reads tags of sessions or filters, one page per call; at least one of ids and tags must be given. Source: API page and SDK model
/// docs of ListTagResources, 2016-04-28.
/// </summary>
public sealed record ListTagResourcesRequest : IVpcRequest<ListTagResourcesResponse>
{
    /// <inheritdoc/>
    public required string RegionId { get; init; }

    /// <summary><c>TRAFFICMIRRORSESSION</c> or <c>TRAFFICMIRRORFILTER</c>, in any case.</summary>
    public required string ResourceType { get; init; }

    /// <summary><c>tms-…</c> or <c>tmf-…</c>, at most 20: the API metadata of 2026 says so, an older page says 50.</summary>
    public IReadOnlyList<string>? ResourceId { get; init; }

    /// <summary>At most 20 tags. A key alone means any value; a value alone is refused.</summary>
    public IReadOnlyList<ResourceTag>? Tag { get; init; }

    /// <summary>Page size, 1 to 50; the API's default is 50.</summary>
    public int? MaxResults { get; init; }

    /// <summary>Opaque token of the page before; keep all other parameters equal between pages.</summary>
    public string? NextToken { get; init; }

    /// <inheritdoc/>
    public string Action => "ListTagResources";

    /// <inheritdoc/>
    public bool IsWrite => false;

    /// <inheritdoc/>
    public JsonTypeInfo<ListTagResourcesResponse> ResponseType => ListTagResourcesJson.Default.ListTagResourcesResponse;

    /// <inheritdoc/>
    public void WriteParameters(RpcParameters parameters) => parameters
        .Add("MaxResults", MaxResults)
        .Add("NextToken", NextToken)
        .Add("RegionId", RegionId)
        .AddList("ResourceId", ResourceId)
        .Add("ResourceType", ResourceType)
        .AddTags("Tag", Tag);
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

[JsonSourceGenerationOptions(
    // Two lists of one name contradict each other; the last one must not win silently.
    AllowDuplicateProperties = false,
    Converters =
    [
        typeof(CleanTextConverter),
    ])]
[JsonSerializable(typeof(ListTagResourcesResponse))]
[JsonSerializable(typeof(TaggedResource))]
internal sealed partial class ListTagResourcesJson : JsonSerializerContext;
