using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using VpcMirrorOperator.AlibabaCloud.Json;
using VpcMirrorOperator.AlibabaCloud.Rpc;

namespace VpcMirrorOperator.AlibabaCloud.Vpc;

/// <summary>
/// Moves a session or filter to another resource group. Done when it is answered. It has neither token nor dry run: repeating it does
/// no harm. Source: API page and SDK model docs of MoveResourceGroup, 2016-04-28.
/// </summary>
public sealed record MoveResourceGroupRequest : IVpcRequest<MoveResourceGroupResponse>
{
    /// <inheritdoc/>
    public required string RegionId { get; init; }

    /// <summary><c>TrafficMirrorSession</c> or <c>TrafficMirrorFilter</c>.</summary>
    public required string ResourceType { get; init; }

    /// <summary><c>tms-…</c> or <c>tmf-…</c>.</summary>
    public required string ResourceId { get; init; }

    /// <summary><c>rg-…</c>.</summary>
    public required string NewResourceGroupId { get; init; }

    /// <inheritdoc/>
    public string Action => "MoveResourceGroup";

    /// <inheritdoc/>
    public bool IsWrite => true;

    /// <inheritdoc/>
    public JsonTypeInfo<MoveResourceGroupResponse> ResponseType => MoveResourceGroupJson.Default.MoveResourceGroupResponse;

    /// <inheritdoc/>
    public void WriteParameters(RpcParameters parameters) => parameters
        .Add("NewResourceGroupId", NewResourceGroupId)
        .Add("RegionId", RegionId)
        .Add("ResourceId", ResourceId)
        .Add("ResourceType", ResourceType);
}

/// <summary>It is in the new group.</summary>
public sealed record MoveResourceGroupResponse : IRpcResponse
{
    /// <inheritdoc/>
    public string? RequestId { get; init; }
}

[JsonSourceGenerationOptions(Converters = [typeof(CleanTextConverter)])]
[JsonSerializable(typeof(MoveResourceGroupResponse))]
internal sealed partial class MoveResourceGroupJson : JsonSerializerContext;
