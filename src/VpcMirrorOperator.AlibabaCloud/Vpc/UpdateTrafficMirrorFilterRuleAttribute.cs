using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Json;
using VpcMirrorOperator.AlibabaCloud.Rpc;

namespace VpcMirrorOperator.AlibabaCloud.Vpc;

/// <summary>
/// Changes a rule in place; it is <c>Modifying</c> until done; no two changes of one rule at a time. What is null stays as it is;
/// direction and IP version cannot change. Source: API page and SDK model docs of UpdateTrafficMirrorFilterRuleAttribute, 2016-04-28.
/// </summary>
public sealed record UpdateTrafficMirrorFilterRuleAttributeRequest : IVpcRequest<UpdateTrafficMirrorFilterRuleAttributeResponse>
{
    /// <inheritdoc/>
    public required string RegionId { get; init; }

    /// <summary><c>tmr-…</c>.</summary>
    public required string TrafficMirrorFilterRuleId { get; init; }

    /// <summary><c>accept</c> or <c>drop</c>. The parameter is <c>RuleAction</c> here and <c>Action</c> in all other operations.</summary>
    public string? RuleAction { get; init; }

    /// <summary><c>ALL</c>, <c>ICMP</c>, <c>TCP</c> or <c>UDP</c>.</summary>
    public string? Protocol { get; init; }

    /// <summary>For example <c>10.0.0.0/8</c>.</summary>
    public string? SourceCidrBlock { get; init; }

    /// <summary>For example <c>0.0.0.0/0</c>.</summary>
    public string? DestinationCidrBlock { get; init; }

    /// <summary><c>a/b</c> within 1 to 65535, or <c>-1/-1</c> for all. Cannot change while the protocol is ICMP.</summary>
    public string? SourcePortRange { get; init; }

    /// <summary>As <see cref="SourcePortRange"/>.</summary>
    public string? DestinationPortRange { get; init; }

    /// <summary>The smaller number is tried first; unique in its direction.</summary>
    public int? Priority { get; init; }

    /// <summary>
    /// At most 64 ASCII characters, case-sensitive. Equal token and equal parameters take effect once; an equal token with other
    /// parameters is refused with <c>IdempotentParameterMismatch</c>. Without it every call is a new one.
    /// </summary>
    public string? ClientToken { get; init; }

    /// <summary>Only check; success is an error (<see cref="CloudException.IsDryRunSuccess"/>).</summary>
    public bool? DryRun { get; init; }

    /// <inheritdoc/>
    public string Action => "UpdateTrafficMirrorFilterRuleAttribute";

    /// <inheritdoc/>
    public bool IsWrite => true;

    /// <inheritdoc/>
    public JsonTypeInfo<UpdateTrafficMirrorFilterRuleAttributeResponse> ResponseType =>
        UpdateTrafficMirrorFilterRuleAttributeJson.Default.UpdateTrafficMirrorFilterRuleAttributeResponse;

    /// <inheritdoc/>
    public void WriteParameters(RpcParameters parameters) => parameters
        .Add("ClientToken", ClientToken)
        .Add("DestinationCidrBlock", DestinationCidrBlock)
        .Add("DestinationPortRange", DestinationPortRange)
        .Add("DryRun", DryRun)
        .Add("Priority", Priority)
        .Add("Protocol", Protocol)
        .Add("RegionId", RegionId)
        .Add("RuleAction", RuleAction)
        .Add("SourceCidrBlock", SourceCidrBlock)
        .Add("SourcePortRange", SourcePortRange)
        .Add("TrafficMirrorFilterRuleId", TrafficMirrorFilterRuleId);
}

/// <summary>The change was accepted; only ListTrafficMirrorFilters shows when it is done.</summary>
public sealed record UpdateTrafficMirrorFilterRuleAttributeResponse : IRpcResponse
{
    /// <inheritdoc/>
    public string? RequestId { get; init; }
}

[JsonSourceGenerationOptions(Converters = [typeof(CleanTextConverter)])]
[JsonSerializable(typeof(UpdateTrafficMirrorFilterRuleAttributeResponse))]
internal sealed partial class UpdateTrafficMirrorFilterRuleAttributeJson : JsonSerializerContext;
