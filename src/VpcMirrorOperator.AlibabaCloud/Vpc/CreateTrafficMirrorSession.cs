using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Json;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Tagging;

namespace VpcMirrorOperator.AlibabaCloud.Vpc;

/// <summary>
/// Creates a session, which is <c>Creating</c> until done. Repeated without a token it makes a second session. Errors that only this
/// call knows (quota, a priority or target that is taken) have no documented code. Source: API page and SDK model docs of
/// CreateTrafficMirrorSession, 2016-04-28.
/// </summary>
public sealed record CreateTrafficMirrorSessionRequest : IVpcRequest<CreateTrafficMirrorSessionResponse>
{
    /// <inheritdoc/>
    public required string RegionId { get; init; }

    /// <summary><c>tmf-…</c>; a filter without rules mirrors nothing.</summary>
    public required string TrafficMirrorFilterId { get; init; }

    /// <summary>Where the copies go, in the same region and account; never one of the sources.</summary>
    public required string TrafficMirrorTargetId { get; init; }

    /// <summary>
    /// <c>NetworkInterface</c> or <c>SLB</c> (an internal load balancer). Passed through as it is: the docs name further kinds without
    /// their value.
    /// </summary>
    public required string TrafficMirrorTargetType { get; init; }

    /// <summary>1 to 32766, unique per account and region; the smaller wins.</summary>
    public required int Priority { get; init; }

    /// <summary>
    /// Network interfaces <c>eni-…</c>, at least one, each once. The quota of the account bounds them, 10 for each session by default.
    /// </summary>
    public required IReadOnlyList<string> TrafficMirrorSourceIds { get; init; }

    /// <summary>VXLAN network identifier, 0 to 16777215. Null: the cloud picks one.</summary>
    public int? VirtualNetworkId { get; init; }

    /// <summary>
    /// Bytes of each packet that are mirrored, without the VXLAN header: 64 to 8500, 1500 by default. Only some regions take it.
    /// </summary>
    public int? PacketLength { get; init; }

    /// <summary>Whether it mirrors. Null: it does not.</summary>
    public bool? Enabled { get; init; }

    /// <summary>1 to 128 characters, not starting with <c>http://</c> or <c>https://</c>.</summary>
    public string? TrafficMirrorSessionName { get; init; }

    /// <summary>1 to 256 characters, not starting with <c>http://</c> or <c>https://</c>.</summary>
    public string? TrafficMirrorSessionDescription { get; init; }

    /// <summary><c>rg-…</c>; null: the default group.</summary>
    public string? ResourceGroupId { get; init; }

    /// <summary>At most 20 tags.</summary>
    public IReadOnlyList<ResourceTag>? Tag { get; init; }

    /// <summary>
    /// At most 64 ASCII characters, case-sensitive. Equal token and equal parameters take effect once; an equal token with other
    /// parameters is refused with <c>IdempotentParameterMismatch</c>. Without it every call is a new one.
    /// </summary>
    public string? ClientToken { get; init; }

    /// <summary>Only check; success is an error (<see cref="CloudException.IsDryRunSuccess"/>).</summary>
    public bool? DryRun { get; init; }

    /// <inheritdoc/>
    public string Action => "CreateTrafficMirrorSession";

    /// <inheritdoc/>
    public bool IsWrite => true;

    /// <inheritdoc/>
    public JsonTypeInfo<CreateTrafficMirrorSessionResponse> ResponseType =>
        CreateTrafficMirrorSessionJson.Default.CreateTrafficMirrorSessionResponse;

    /// <inheritdoc/>
    public void WriteParameters(RpcParameters parameters) => parameters
        .Add("ClientToken", ClientToken)
        .Add("DryRun", DryRun)
        .Add("Enabled", Enabled)
        .Add("PacketLength", PacketLength)
        .Add("Priority", Priority)
        .Add("RegionId", RegionId)
        .Add("ResourceGroupId", ResourceGroupId)
        .AddTags("Tag", Tag)
        .Add("TrafficMirrorFilterId", TrafficMirrorFilterId)
        .Add("TrafficMirrorSessionDescription", TrafficMirrorSessionDescription)
        .Add("TrafficMirrorSessionName", TrafficMirrorSessionName)
        .AddList("TrafficMirrorSourceIds", TrafficMirrorSourceIds)
        .Add("TrafficMirrorTargetId", TrafficMirrorTargetId)
        .Add("TrafficMirrorTargetType", TrafficMirrorTargetType)
        .Add("VirtualNetworkId", VirtualNetworkId);
}

/// <summary>The session exists; only ListTrafficMirrorSessions shows when it is ready.</summary>
public sealed record CreateTrafficMirrorSessionResponse : IRpcResponse
{
    /// <inheritdoc/>
    public string? RequestId { get; init; }

    /// <summary><c>tms-…</c>.</summary>
    public string? TrafficMirrorSessionId { get; init; }

    /// <summary>The group that it is in.</summary>
    public string? ResourceGroupId { get; init; }
}

[JsonSourceGenerationOptions(Converters = [typeof(CleanTextConverter)])]
[JsonSerializable(typeof(CreateTrafficMirrorSessionResponse))]
internal sealed partial class CreateTrafficMirrorSessionJson : JsonSerializerContext;
