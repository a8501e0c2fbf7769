using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Json;
using VpcMirrorOperator.AlibabaCloud.Rpc;

namespace VpcMirrorOperator.AlibabaCloud.Vpc;

/// <summary>
/// Deletes a session, which is <c>Deleting</c> until it is no longer listed; no two changes of one session at a time. One that is gone
/// is refused with <c>ResourceNotFound.TrafficMirrorSession</c>. Source: API page and SDK model docs of DeleteTrafficMirrorSession,
/// 2016-04-28.
/// </summary>
public sealed record DeleteTrafficMirrorSessionRequest : IVpcRequest<DeleteTrafficMirrorSessionResponse>
{
    /// <inheritdoc/>
    public required string RegionId { get; init; }

    /// <summary><c>tms-…</c>.</summary>
    public required string TrafficMirrorSessionId { get; init; }

    /// <summary>
    /// At most 64 ASCII characters, case-sensitive. Equal token and equal parameters take effect once; an equal token with other
    /// parameters is refused with <c>IdempotentParameterMismatch</c>. Without it every call is a new one.
    /// </summary>
    public string? ClientToken { get; init; }

    /// <summary>Only check; success is an error (<see cref="CloudException.IsDryRunSuccess"/>).</summary>
    public bool? DryRun { get; init; }

    /// <inheritdoc/>
    public string Action => "DeleteTrafficMirrorSession";

    /// <inheritdoc/>
    public bool IsWrite => true;

    /// <inheritdoc/>
    public JsonTypeInfo<DeleteTrafficMirrorSessionResponse> ResponseType =>
        DeleteTrafficMirrorSessionJson.Default.DeleteTrafficMirrorSessionResponse;

    /// <inheritdoc/>
    public void WriteParameters(RpcParameters parameters) => parameters
        .Add("ClientToken", ClientToken)
        .Add("DryRun", DryRun)
        .Add("RegionId", RegionId)
        .Add("TrafficMirrorSessionId", TrafficMirrorSessionId);
}

/// <summary>The deletion was accepted; only ListTrafficMirrorSessions shows when it is done.</summary>
public sealed record DeleteTrafficMirrorSessionResponse : IRpcResponse
{
    /// <inheritdoc/>
    public string? RequestId { get; init; }
}

[JsonSourceGenerationOptions(Converters = [typeof(CleanTextConverter)])]
[JsonSerializable(typeof(DeleteTrafficMirrorSessionResponse))]
internal sealed partial class DeleteTrafficMirrorSessionJson : JsonSerializerContext;
