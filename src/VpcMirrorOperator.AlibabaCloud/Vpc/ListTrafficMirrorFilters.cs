using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using VpcMirrorOperator.AlibabaCloud.Json;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Tagging;

namespace VpcMirrorOperator.AlibabaCloud.Vpc;

/// <summary>
/// Reads filters with their rules, one page per call. Filters of the list are combined with "and". An unknown id is simply absent from
/// the answer. Source: API page and SDK model docs of ListTrafficMirrorFilters, 2016-04-28.
/// </summary>
public sealed record ListTrafficMirrorFiltersRequest : IVpcRequest<ListTrafficMirrorFiltersResponse>
{
    /// <inheritdoc/>
    public required string RegionId { get; init; }

    /// <summary>At most 100 ids.</summary>
    public IReadOnlyList<string>? TrafficMirrorFilterIds { get; init; }

    /// <summary>Exact name.</summary>
    public string? TrafficMirrorFilterName { get; init; }

    /// <summary>Filters of this resource group.</summary>
    public string? ResourceGroupId { get; init; }

    /// <summary>At most 20 tags. The parameter is <c>Tags.N</c> here and <c>Tag.N</c> in writing operations.</summary>
    public IReadOnlyList<ResourceTag>? Tags { get; init; }

    /// <summary>Page size, 1 to 100; the API's default is 10.</summary>
    public int? MaxResults { get; init; }

    /// <summary>Opaque token of the page before; keep all other parameters equal between pages.</summary>
    public string? NextToken { get; init; }

    /// <inheritdoc/>
    public string Action => "ListTrafficMirrorFilters";

    /// <inheritdoc/>
    public bool IsWrite => false;

    /// <inheritdoc/>
    public JsonTypeInfo<ListTrafficMirrorFiltersResponse> ResponseType =>
        ListTrafficMirrorFiltersJson.Default.ListTrafficMirrorFiltersResponse;

    /// <inheritdoc/>
    public void WriteParameters(RpcParameters parameters) => parameters
        .Add("MaxResults", MaxResults)
        .Add("NextToken", NextToken)
        .Add("RegionId", RegionId)
        .Add("ResourceGroupId", ResourceGroupId)
        .AddTags("Tags", Tags)
        .AddList("TrafficMirrorFilterIds", TrafficMirrorFilterIds)
        .Add("TrafficMirrorFilterName", TrafficMirrorFilterName);
}

/// <summary>One page of filters.</summary>
public sealed record ListTrafficMirrorFiltersResponse : IRpcResponse
{
    /// <inheritdoc/>
    public string? RequestId { get; init; }

    /// <summary>Number of filters on this page; null when absent.</summary>
    public int? Count { get; init; }

    /// <summary>The page size that was used; null when absent.</summary>
    public int? MaxResults { get; init; }

    /// <summary>Number of filters that match, over all pages. Text on the wire; a number is read as its text. Null when absent.</summary>
    public string? TotalCount { get; init; }

    /// <summary>Token of the next page; empty or absent on the last.</summary>
    [JsonConverter(typeof(LenientTextConverter))]
    public string? NextToken { get; init; }

    /// <summary>The filters of this page. Null when absent, which is not the same as none: such an answer proves nothing.</summary>
    public ReplyList<ListedTrafficMirrorFilter>? TrafficMirrorFilters { get; init; }
}

[JsonSourceGenerationOptions(
    // Two lists of one name contradict each other; the last one must not win silently.
    AllowDuplicateProperties = false,
    Converters =
    [
        typeof(CleanTextConverter), typeof(LenientIntConverter), typeof(ReplyListConverter<ListedTrafficMirrorFilter>),
        typeof(ReplyListConverter<ListedFilterRule>), typeof(ReplyListConverter<ResourceTag>),
    ])]
[JsonSerializable(typeof(ListTrafficMirrorFiltersResponse))]
[JsonSerializable(typeof(ListedTrafficMirrorFilter))]
[JsonSerializable(typeof(ListedFilterRule))]
[JsonSerializable(typeof(ResourceTag))]
internal sealed partial class ListTrafficMirrorFiltersJson : JsonSerializerContext;
