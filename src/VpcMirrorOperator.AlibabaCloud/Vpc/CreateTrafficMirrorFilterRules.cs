using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Json;
using VpcMirrorOperator.AlibabaCloud.Rpc;

namespace VpcMirrorOperator.AlibabaCloud.Vpc;

/// <summary>
/// Adds rules to a filter, each <c>Creating</c> until done; no two such calls for one filter at a time. Limit: 600 calls per 60 s.
/// Source: API page and SDK model docs of CreateTrafficMirrorFilterRules, 2016-04-28.
/// </summary>
public sealed record CreateTrafficMirrorFilterRulesRequest : IVpcRequest<CreateTrafficMirrorFilterRulesResponse>
{
    /// <inheritdoc/>
    public required string RegionId { get; init; }

    /// <summary><c>tmf-…</c>.</summary>
    public required string TrafficMirrorFilterId { get; init; }

    /// <summary>
    /// Rules for what the sources receive. At most 10 rules. Together with the other direction a filter has 20 by default.
    /// </summary>
    public IReadOnlyList<NewFilterRule>? IngressRules { get; init; }

    /// <summary>Rules for what the sources send. At most 10 rules. Together with the other direction a filter has 20 by default.</summary>
    public IReadOnlyList<NewFilterRule>? EgressRules { get; init; }

    /// <summary>
    /// At most 64 ASCII characters, case-sensitive. Equal token and equal parameters take effect once; an equal token with other
    /// parameters is refused with <c>IdempotentParameterMismatch</c>. Without it every call is a new one.
    /// </summary>
    public string? ClientToken { get; init; }

    /// <summary>Only check; success is an error (<see cref="CloudException.IsDryRunSuccess"/>).</summary>
    public bool? DryRun { get; init; }

    /// <inheritdoc/>
    public string Action => "CreateTrafficMirrorFilterRules";

    /// <inheritdoc/>
    public bool IsWrite => true;

    /// <inheritdoc/>
    public JsonTypeInfo<CreateTrafficMirrorFilterRulesResponse> ResponseType =>
        CreateTrafficMirrorFilterRulesJson.Default.CreateTrafficMirrorFilterRulesResponse;

    /// <inheritdoc/>
    public void WriteParameters(RpcParameters parameters) => parameters
        .Add("ClientToken", ClientToken)
        .Add("DryRun", DryRun)
        .AddEach("EgressRules", EgressRules, NewFilterRule.Write)
        .AddEach("IngressRules", IngressRules, NewFilterRule.Write)
        .Add("RegionId", RegionId)
        .Add("TrafficMirrorFilterId", TrafficMirrorFilterId);
}

/// <summary>The rules were accepted; only ListTrafficMirrorFilters shows when they are ready.</summary>
public sealed record CreateTrafficMirrorFilterRulesResponse : IRpcResponse
{
    /// <inheritdoc/>
    public string? RequestId { get; init; }

    /// <summary>The new rules of this direction; null when absent.</summary>
    public ReplyList<CreatedFilterRule>? IngressRules { get; init; }

    /// <summary>The new rules of this direction; null when absent.</summary>
    public ReplyList<CreatedFilterRule>? EgressRules { get; init; }
}

[JsonSourceGenerationOptions(Converters = [typeof(CleanTextConverter), typeof(ReplyListConverter<CreatedFilterRule>)])]
[JsonSerializable(typeof(CreateTrafficMirrorFilterRulesResponse))]
[JsonSerializable(typeof(CreatedFilterRule))]
internal sealed partial class CreateTrafficMirrorFilterRulesJson : JsonSerializerContext;
