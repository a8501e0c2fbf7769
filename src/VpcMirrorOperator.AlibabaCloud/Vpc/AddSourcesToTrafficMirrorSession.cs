using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Json;
using VpcMirrorOperator.AlibabaCloud.Rpc;

namespace VpcMirrorOperator.AlibabaCloud.Vpc;

/// <summary>
/// Adds network interfaces to a session, which is <c>Modifying</c> until done; no two changes of one session at a time. Source: API
/// page and SDK model docs of AddSourcesToTrafficMirrorSession, 2016-04-28.
/// </summary>
public sealed record AddSourcesToTrafficMirrorSessionRequest : IVpcRequest<AddSourcesToTrafficMirrorSessionResponse>
{
    /// <inheritdoc/>
    public required string RegionId { get; init; }

    /// <summary><c>tms-…</c>.</summary>
    public required string TrafficMirrorSessionId { get; init; }

    /// <summary>
    /// Network interfaces <c>eni-…</c>, each once. The docs speak of one id by default, while the sibling call takes ten: the quota
    /// of the account decides.
    /// </summary>
    public required IReadOnlyList<string> TrafficMirrorSourceIds { get; init; }

    /// <summary>
    /// At most 64 ASCII characters, case-sensitive. Equal token and equal parameters take effect once; an equal token with other
    /// parameters is refused with <c>IdempotentParameterMismatch</c>. Without it every call is a new one.
    /// </summary>
    public string? ClientToken { get; init; }

    /// <summary>Only check; success is an error (<see cref="CloudException.IsDryRunSuccess"/>).</summary>
    public bool? DryRun { get; init; }

    /// <inheritdoc/>
    public string Action => "AddSourcesToTrafficMirrorSession";

    /// <inheritdoc/>
    public bool IsWrite => true;

    /// <inheritdoc/>
    public JsonTypeInfo<AddSourcesToTrafficMirrorSessionResponse> ResponseType =>
        AddSourcesToTrafficMirrorSessionJson.Default.AddSourcesToTrafficMirrorSessionResponse;

    /// <inheritdoc/>
    public void WriteParameters(RpcParameters parameters) => parameters
        .Add("ClientToken", ClientToken)
        .Add("DryRun", DryRun)
        .Add("RegionId", RegionId)
        .Add("TrafficMirrorSessionId", TrafficMirrorSessionId)
        .AddList("TrafficMirrorSourceIds", TrafficMirrorSourceIds);
}

/// <summary>The change was accepted; only ListTrafficMirrorSessions shows when it is done.</summary>
public sealed record AddSourcesToTrafficMirrorSessionResponse : IRpcResponse
{
    /// <inheritdoc/>
    public string? RequestId { get; init; }
}

[JsonSourceGenerationOptions(Converters = [typeof(CleanTextConverter)])]
[JsonSerializable(typeof(AddSourcesToTrafficMirrorSessionResponse))]
internal sealed partial class AddSourcesToTrafficMirrorSessionJson : JsonSerializerContext;
