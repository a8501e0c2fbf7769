using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using VpcMirrorOperator.AlibabaCloud.Json;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Tagging;

namespace VpcMirrorOperator.AlibabaCloud.Vpc;

/// <summary>
/// Reads sessions, one page per call. Filters are combined with "and"; there is none on the status. An unknown id is simply absent
/// from the answer. Source: API page and SDK model docs of ListTrafficMirrorSessions, 2016-04-28.
/// </summary>
public sealed record ListTrafficMirrorSessionsRequest : IVpcRequest<ListTrafficMirrorSessionsResponse>
{
    /// <inheritdoc/>
    public required string RegionId { get; init; }

    /// <summary>At most 100 ids.</summary>
    public IReadOnlyList<string>? TrafficMirrorSessionIds { get; init; }

    /// <summary>Exact name.</summary>
    public string? TrafficMirrorSessionName { get; init; }

    /// <summary>Sessions with this source; one id.</summary>
    public string? TrafficMirrorSourceId { get; init; }

    /// <summary>Sessions with this target.</summary>
    public string? TrafficMirrorTargetId { get; init; }

    /// <summary>Sessions with this filter.</summary>
    public string? TrafficMirrorFilterId { get; init; }

    /// <summary>Sessions with this VXLAN network identifier, 0 to 16777215.</summary>
    public int? VirtualNetworkId { get; init; }

    /// <summary>Sessions with this priority, 1 to 32766.</summary>
    public int? Priority { get; init; }

    /// <summary>Only enabled or only disabled sessions.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Sessions of this resource group.</summary>
    public string? ResourceGroupId { get; init; }

    /// <summary>At most 20 tags. The parameter is <c>Tags.N</c> here and <c>Tag.N</c> in writing operations.</summary>
    public IReadOnlyList<ResourceTag>? Tags { get; init; }

    /// <summary>Page size, 1 to 100; the API's default is 10.</summary>
    public int? MaxResults { get; init; }

    /// <summary>Opaque token of the page before; keep all other parameters equal between pages.</summary>
    public string? NextToken { get; init; }

    /// <inheritdoc/>
    public string Action => "ListTrafficMirrorSessions";

    /// <inheritdoc/>
    public bool IsWrite => false;

    /// <inheritdoc/>
    public JsonTypeInfo<ListTrafficMirrorSessionsResponse> ResponseType =>
        ListTrafficMirrorSessionsJson.Default.ListTrafficMirrorSessionsResponse;

    /// <inheritdoc/>
    public void WriteParameters(RpcParameters parameters) => parameters
        .Add("Enabled", Enabled)
        .Add("MaxResults", MaxResults)
        .Add("NextToken", NextToken)
        .Add("Priority", Priority)
        .Add("RegionId", RegionId)
        .Add("ResourceGroupId", ResourceGroupId)
        .AddTags("Tags", Tags)
        .Add("TrafficMirrorFilterId", TrafficMirrorFilterId)
        .AddList("TrafficMirrorSessionIds", TrafficMirrorSessionIds)
        .Add("TrafficMirrorSessionName", TrafficMirrorSessionName)
        .Add("TrafficMirrorSourceId", TrafficMirrorSourceId)
        .Add("TrafficMirrorTargetId", TrafficMirrorTargetId)
        .Add("VirtualNetworkId", VirtualNetworkId);
}

/// <summary>One page of sessions.</summary>
public sealed record ListTrafficMirrorSessionsResponse : IRpcResponse
{
    /// <inheritdoc/>
    public string? RequestId { get; init; }

    /// <summary>Number of sessions that match, over all pages. Text on the wire; a number is read as its text. Null when absent.</summary>
    public string? TotalCount { get; init; }

    /// <summary>Token of the next page; empty or absent on the last.</summary>
    [JsonConverter(typeof(LenientTextConverter))]
    public string? NextToken { get; init; }

    /// <summary>The sessions of this page. Null when absent, which is not the same as none: such an answer proves nothing.</summary>
    public ReplyList<ListedTrafficMirrorSession>? TrafficMirrorSessions { get; init; }
}

[JsonSourceGenerationOptions(
    // Two lists of one name contradict each other; the last one must not win silently.
    AllowDuplicateProperties = false,
    Converters =
    [
        typeof(CleanTextConverter), typeof(LenientIntConverter), typeof(LenientBoolConverter),
        typeof(ReplyListConverter<string>), typeof(ReplyListConverter<ListedTrafficMirrorSession>), typeof(ReplyListConverter<ResourceTag>),
    ])]
[JsonSerializable(typeof(ListTrafficMirrorSessionsResponse))]
[JsonSerializable(typeof(ListedTrafficMirrorSession))]
[JsonSerializable(typeof(ResourceTag))]
internal sealed partial class ListTrafficMirrorSessionsJson : JsonSerializerContext;
