using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Json;
using VpcMirrorOperator.AlibabaCloud.Rpc;

namespace VpcMirrorOperator.AlibabaCloud.Vpc;

/// <summary>
/// Removes network interfaces from a session, which is <c>Modifying</c> until done; no two changes of one session at a time. Source:
/// API page and SDK model docs of RemoveSourcesFromTrafficMirrorSession, 2016-04-28.
/// </summary>
public sealed record RemoveSourcesFromTrafficMirrorSessionRequest : IVpcRequest<RemoveSourcesFromTrafficMirrorSessionResponse>
{
    /// <inheritdoc/>
    public required string RegionId { get; init; }

    /// <summary><c>tms-…</c>.</summary>
    public required string TrafficMirrorSessionId { get; init; }

    /// <summary>Network interfaces <c>eni-…</c>, 1 to 10, each once (else <c>DuplicatedParam.SourceInstanceIds</c>).</summary>
    public required IReadOnlyList<string> TrafficMirrorSourceIds { get; init; }

    /// <summary>
    /// At most 64 ASCII characters, case-sensitive. Equal token and equal parameters take effect once; an equal token with other
    /// parameters is refused with <c>IdempotentParameterMismatch</c>. Without it every call is a new one.
    /// </summary>
    public string? ClientToken { get; init; }

    /// <summary>Only check; success is an error (<see cref="CloudException.IsDryRunSuccess"/>).</summary>
    public bool? DryRun { get; init; }

    /// <inheritdoc/>
    public string Action => "RemoveSourcesFromTrafficMirrorSession";

    /// <inheritdoc/>
    public bool IsWrite => true;

    /// <inheritdoc/>
    public JsonTypeInfo<RemoveSourcesFromTrafficMirrorSessionResponse> ResponseType =>
        RemoveSourcesFromTrafficMirrorSessionJson.Default.RemoveSourcesFromTrafficMirrorSessionResponse;

    /// <inheritdoc/>
    public void WriteParameters(RpcParameters parameters) => parameters
        .Add("ClientToken", ClientToken)
        .Add("DryRun", DryRun)
        .Add("RegionId", RegionId)
        .Add("TrafficMirrorSessionId", TrafficMirrorSessionId)
        .AddList("TrafficMirrorSourceIds", TrafficMirrorSourceIds);
}

/// <summary>The change was accepted; only ListTrafficMirrorSessions shows when it is done.</summary>
public sealed record RemoveSourcesFromTrafficMirrorSessionResponse : IRpcResponse
{
    /// <inheritdoc/>
    public string? RequestId { get; init; }
}

[JsonSourceGenerationOptions(Converters = [typeof(CleanTextConverter)])]
[JsonSerializable(typeof(RemoveSourcesFromTrafficMirrorSessionResponse))]
internal sealed partial class RemoveSourcesFromTrafficMirrorSessionJson : JsonSerializerContext;
