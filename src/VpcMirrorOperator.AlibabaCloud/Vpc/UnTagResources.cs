using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using VpcMirrorOperator.AlibabaCloud.Json;
using VpcMirrorOperator.AlibabaCloud.Rpc;

namespace VpcMirrorOperator.AlibabaCloud.Vpc;

/// <summary>
/// Takes tags off sessions or filters. Done when it is answered. It has neither token nor dry run: repeating it does no harm. Source:
/// API page and SDK model docs of UnTagResources, 2016-04-28. (The name has a capital T.)
/// </summary>
public sealed record UnTagResourcesRequest : IVpcRequest<UnTagResourcesResponse>
{
    /// <inheritdoc/>
    public required string RegionId { get; init; }

    /// <summary><c>TRAFFICMIRRORSESSION</c> or <c>TRAFFICMIRRORFILTER</c>, in any case.</summary>
    public required string ResourceType { get; init; }

    /// <summary><c>tms-…</c> or <c>tmf-…</c>, at most 20: the API metadata of 2026 says so, an older page says 50.</summary>
    public required IReadOnlyList<string> ResourceId { get; init; }

    /// <summary>At most 20 keys.</summary>
    public IReadOnlyList<string>? TagKey { get; init; }

    /// <summary>Take off every tag; counts only without <see cref="TagKey"/>. Null: no.</summary>
    public bool? All { get; init; }

    /// <inheritdoc/>
    public string Action => "UnTagResources";

    /// <inheritdoc/>
    public bool IsWrite => true;

    /// <inheritdoc/>
    public JsonTypeInfo<UnTagResourcesResponse> ResponseType => UnTagResourcesJson.Default.UnTagResourcesResponse;

    /// <inheritdoc/>
    public void WriteParameters(RpcParameters parameters) => parameters
        .Add("All", All)
        .Add("RegionId", RegionId)
        .AddList("ResourceId", ResourceId)
        .Add("ResourceType", ResourceType)
        .AddList("TagKey", TagKey);
}

/// <summary>The tags are gone.</summary>
public sealed record UnTagResourcesResponse : IRpcResponse
{
    /// <inheritdoc/>
    public string? RequestId { get; init; }
}

[JsonSourceGenerationOptions(Converters = [typeof(CleanTextConverter)])]
[JsonSerializable(typeof(UnTagResourcesResponse))]
internal sealed partial class UnTagResourcesJson : JsonSerializerContext;
