using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Json;
using VpcMirrorOperator.AlibabaCloud.Rpc;

namespace VpcMirrorOperator.AlibabaCloud.Vpc;

/// <summary>
/// Deletes rules of a filter, each <c>Deleting</c> until it is no longer listed; no two such calls for one filter at a time. Source:
/// API page and SDK model docs of DeleteTrafficMirrorFilterRules, 2016-04-28.
/// </summary>
public sealed record DeleteTrafficMirrorFilterRulesRequest : IVpcRequest<DeleteTrafficMirrorFilterRulesResponse>
{
    /// <inheritdoc/>
    public required string RegionId { get; init; }

    /// <summary><c>tmf-…</c>.</summary>
    public required string TrafficMirrorFilterId { get; init; }

    /// <summary><c>tmr-…</c>, each once. The docs name no bound; a filter has 20 rules by default.</summary>
    public required IReadOnlyList<string> TrafficMirrorFilterRuleIds { get; init; }

    /// <summary>
    /// At most 64 ASCII characters, case-sensitive. Equal token and equal parameters take effect once; an equal token with other
    /// parameters is refused with <c>IdempotentParameterMismatch</c>. Without it every call is a new one.
    /// </summary>
    public string? ClientToken { get; init; }

    /// <summary>Only check; success is an error (<see cref="CloudException.IsDryRunSuccess"/>).</summary>
    public bool? DryRun { get; init; }

    /// <inheritdoc/>
    public string Action => "DeleteTrafficMirrorFilterRules";

    /// <inheritdoc/>
    public bool IsWrite => true;

    /// <inheritdoc/>
    public JsonTypeInfo<DeleteTrafficMirrorFilterRulesResponse> ResponseType =>
        DeleteTrafficMirrorFilterRulesJson.Default.DeleteTrafficMirrorFilterRulesResponse;

    /// <inheritdoc/>
    public void WriteParameters(RpcParameters parameters) => parameters
        .Add("ClientToken", ClientToken)
        .Add("DryRun", DryRun)
        .Add("RegionId", RegionId)
        .Add("TrafficMirrorFilterId", TrafficMirrorFilterId)
        .AddList("TrafficMirrorFilterRuleIds", TrafficMirrorFilterRuleIds);
}

/// <summary>The deletion was accepted; only ListTrafficMirrorFilters shows when it is done.</summary>
public sealed record DeleteTrafficMirrorFilterRulesResponse : IRpcResponse
{
    /// <inheritdoc/>
    public string? RequestId { get; init; }
}

[JsonSourceGenerationOptions(Converters = [typeof(CleanTextConverter)])]
[JsonSerializable(typeof(DeleteTrafficMirrorFilterRulesResponse))]
internal sealed partial class DeleteTrafficMirrorFilterRulesJson : JsonSerializerContext;
