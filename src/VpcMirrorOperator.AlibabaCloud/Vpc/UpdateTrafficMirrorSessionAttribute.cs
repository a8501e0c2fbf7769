using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Json;
using VpcMirrorOperator.AlibabaCloud.Rpc;

namespace VpcMirrorOperator.AlibabaCloud.Vpc;

/// <summary>
/// Changes attributes of a session, which is <c>Modifying</c> until done; no two changes of one session at a time. What is null stays
/// as it is. It cannot change sources. Source: API page and SDK model docs of UpdateTrafficMirrorSessionAttribute, 2016-04-28.
/// </summary>
public sealed record UpdateTrafficMirrorSessionAttributeRequest : IVpcRequest<UpdateTrafficMirrorSessionAttributeResponse>
{
    /// <inheritdoc/>
    public required string RegionId { get; init; }

    /// <summary><c>tms-…</c>.</summary>
    public required string TrafficMirrorSessionId { get; init; }

    /// <summary>1 to 128 characters, not starting with <c>http://</c> or <c>https://</c>.</summary>
    public string? TrafficMirrorSessionName { get; init; }

    /// <summary>1 to 256 characters, not starting with <c>http://</c> or <c>https://</c>.</summary>
    public string? TrafficMirrorSessionDescription { get; init; }

    /// <summary>The new target; give its type with it.</summary>
    public string? TrafficMirrorTargetId { get; init; }

    /// <summary>
    /// <c>NetworkInterface</c> or <c>SLB</c> (an internal load balancer). Passed through as it is: the docs name further kinds without
    /// their value.
    /// </summary>
    public string? TrafficMirrorTargetType { get; init; }

    /// <summary><c>tmf-…</c>.</summary>
    public string? TrafficMirrorFilterId { get; init; }

    /// <summary>VXLAN network identifier, 0 to 16777215.</summary>
    public int? VirtualNetworkId { get; init; }

    /// <summary>1 to 32766, unique per account and region; the smaller wins.</summary>
    public int? Priority { get; init; }

    /// <summary>Whether it mirrors.</summary>
    public bool? Enabled { get; init; }

    /// <summary>
    /// Bytes of each packet that are mirrored, without the VXLAN header: 64 to 8500, 1500 by default. Only some regions take it.
    /// </summary>
    public int? PacketLength { get; init; }

    /// <summary>
    /// At most 64 ASCII characters, case-sensitive. Equal token and equal parameters take effect once; an equal token with other
    /// parameters is refused with <c>IdempotentParameterMismatch</c>. Without it every call is a new one.
    /// </summary>
    public string? ClientToken { get; init; }

    /// <summary>Only check; success is an error (<see cref="CloudException.IsDryRunSuccess"/>).</summary>
    public bool? DryRun { get; init; }

    /// <inheritdoc/>
    public string Action => "UpdateTrafficMirrorSessionAttribute";

    /// <inheritdoc/>
    public bool IsWrite => true;

    /// <inheritdoc/>
    public JsonTypeInfo<UpdateTrafficMirrorSessionAttributeResponse> ResponseType =>
        UpdateTrafficMirrorSessionAttributeJson.Default.UpdateTrafficMirrorSessionAttributeResponse;

    /// <inheritdoc/>
    public void WriteParameters(RpcParameters parameters) => parameters
        .Add("ClientToken", ClientToken)
        .Add("DryRun", DryRun)
        .Add("Enabled", Enabled)
        .Add("PacketLength", PacketLength)
        .Add("Priority", Priority)
        .Add("RegionId", RegionId)
        .Add("TrafficMirrorFilterId", TrafficMirrorFilterId)
        .Add("TrafficMirrorSessionDescription", TrafficMirrorSessionDescription)
        .Add("TrafficMirrorSessionId", TrafficMirrorSessionId)
        .Add("TrafficMirrorSessionName", TrafficMirrorSessionName)
        .Add("TrafficMirrorTargetId", TrafficMirrorTargetId)
        .Add("TrafficMirrorTargetType", TrafficMirrorTargetType)
        .Add("VirtualNetworkId", VirtualNetworkId);
}

/// <summary>The change was accepted; only ListTrafficMirrorSessions shows when it is done.</summary>
public sealed record UpdateTrafficMirrorSessionAttributeResponse : IRpcResponse
{
    /// <inheritdoc/>
    public string? RequestId { get; init; }
}

[JsonSourceGenerationOptions(Converters = [typeof(CleanTextConverter)])]
[JsonSerializable(typeof(UpdateTrafficMirrorSessionAttributeResponse))]
internal sealed partial class UpdateTrafficMirrorSessionAttributeJson : JsonSerializerContext;
