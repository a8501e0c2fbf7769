using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Json;
using VpcMirrorOperator.AlibabaCloud.Rpc;

namespace VpcMirrorOperator.AlibabaCloud.Vpc;

/// <summary>
/// Changes name and description of a filter; no two changes of one filter at a time. What is null stays as it is. Limit: 600 calls per
/// 60 s. Source: API page and SDK model docs of UpdateTrafficMirrorFilterAttribute, 2016-04-28.
/// </summary>
public sealed record UpdateTrafficMirrorFilterAttributeRequest : IVpcRequest<UpdateTrafficMirrorFilterAttributeResponse>
{
    /// <inheritdoc/>
    public required string RegionId { get; init; }

    /// <summary><c>tmf-…</c>.</summary>
    public required string TrafficMirrorFilterId { get; init; }

    /// <summary>1 to 128 characters, not starting with <c>http://</c> or <c>https://</c>.</summary>
    public string? TrafficMirrorFilterName { get; init; }

    /// <summary>1 to 256 characters, not starting with <c>http://</c> or <c>https://</c>.</summary>
    public string? TrafficMirrorFilterDescription { get; init; }

    /// <summary>
    /// At most 64 ASCII characters, case-sensitive. Equal token and equal parameters take effect once; an equal token with other
    /// parameters is refused with <c>IdempotentParameterMismatch</c>. Without it every call is a new one.
    /// </summary>
    public string? ClientToken { get; init; }

    /// <summary>Only check; success is an error (<see cref="CloudException.IsDryRunSuccess"/>).</summary>
    public bool? DryRun { get; init; }

    /// <inheritdoc/>
    public string Action => "UpdateTrafficMirrorFilterAttribute";

    /// <inheritdoc/>
    public bool IsWrite => true;

    /// <inheritdoc/>
    public JsonTypeInfo<UpdateTrafficMirrorFilterAttributeResponse> ResponseType =>
        UpdateTrafficMirrorFilterAttributeJson.Default.UpdateTrafficMirrorFilterAttributeResponse;

    /// <inheritdoc/>
    public void WriteParameters(RpcParameters parameters) => parameters
        .Add("ClientToken", ClientToken)
        .Add("DryRun", DryRun)
        .Add("RegionId", RegionId)
        .Add("TrafficMirrorFilterDescription", TrafficMirrorFilterDescription)
        .Add("TrafficMirrorFilterId", TrafficMirrorFilterId)
        .Add("TrafficMirrorFilterName", TrafficMirrorFilterName);
}

/// <summary>The change was accepted; only ListTrafficMirrorFilters shows when it is done.</summary>
public sealed record UpdateTrafficMirrorFilterAttributeResponse : IRpcResponse
{
    /// <inheritdoc/>
    public string? RequestId { get; init; }
}

[JsonSourceGenerationOptions(Converters = [typeof(CleanTextConverter)])]
[JsonSerializable(typeof(UpdateTrafficMirrorFilterAttributeResponse))]
internal sealed partial class UpdateTrafficMirrorFilterAttributeJson : JsonSerializerContext;
