using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using VpcMirrorOperator.AlibabaCloud.Json;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Tagging;

namespace VpcMirrorOperator.AlibabaCloud.Vpc;

/// <summary>
/// Puts tags on sessions or filters; a tag of the same key is overwritten. Done when it is answered. It has neither token nor dry run:
/// repeating it does no harm. Limit: 300 calls per 60 s, shared by all resources of the VPC API. Source: API page and SDK model docs of
/// TagResources, 2016-04-28.
/// </summary>
public sealed record TagResourcesRequest : IVpcRequest<TagResourcesResponse>
{
    /// <inheritdoc/>
    public required string RegionId { get; init; }

    /// <summary><c>TRAFFICMIRRORSESSION</c> or <c>TRAFFICMIRRORFILTER</c>, in any case.</summary>
    public required string ResourceType { get; init; }

    /// <summary><c>tms-…</c> or <c>tmf-…</c>, at most 20: the API metadata of 2026 says so, an older page says 50.</summary>
    public required IReadOnlyList<string> ResourceId { get; init; }

    /// <summary>1 to 20 tags; a resource has 20 at most.</summary>
    public required IReadOnlyList<ResourceTag> Tag { get; init; }

    /// <inheritdoc/>
    public string Action => "TagResources";

    /// <inheritdoc/>
    public bool IsWrite => true;

    /// <inheritdoc/>
    public JsonTypeInfo<TagResourcesResponse> ResponseType => TagResourcesJson.Default.TagResourcesResponse;

    /// <inheritdoc/>
    public void WriteParameters(RpcParameters parameters) => parameters
        .Add("RegionId", RegionId)
        .AddList("ResourceId", ResourceId)
        .Add("ResourceType", ResourceType)
        .AddTags("Tag", Tag);
}

/// <summary>The tags are set.</summary>
public sealed record TagResourcesResponse : IRpcResponse
{
    /// <inheritdoc/>
    public string? RequestId { get; init; }
}

[JsonSourceGenerationOptions(Converters = [typeof(CleanTextConverter)])]
[JsonSerializable(typeof(TagResourcesResponse))]
internal sealed partial class TagResourcesJson : JsonSerializerContext;
