using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Json;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Tagging;

namespace VpcMirrorOperator.AlibabaCloud.Vpc;

/// <summary>
/// Creates a filter, <c>Creating</c> until done, with or without rules. Repeated without a token it makes a second filter; a region has
/// 100 at most. Source: API page and SDK model docs of CreateTrafficMirrorFilter, 2016-04-28.
/// </summary>
public sealed record CreateTrafficMirrorFilterRequest : IVpcRequest<CreateTrafficMirrorFilterResponse>
{
    /// <inheritdoc/>
    public required string RegionId { get; init; }

    /// <summary>1 to 128 characters, not starting with <c>http://</c> or <c>https://</c>.</summary>
    public string? TrafficMirrorFilterName { get; init; }

    /// <summary>1 to 256 characters, not starting with <c>http://</c> or <c>https://</c>.</summary>
    public string? TrafficMirrorFilterDescription { get; init; }

    /// <summary>
    /// Rules for what the sources receive. At most 10 rules. Together with the other direction a filter has 20 by default.
    /// </summary>
    public IReadOnlyList<NewFilterRule>? IngressRules { get; init; }

    /// <summary>Rules for what the sources send. At most 10 rules. Together with the other direction a filter has 20 by default.</summary>
    public IReadOnlyList<NewFilterRule>? EgressRules { get; init; }

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
    public string Action => "CreateTrafficMirrorFilter";

    /// <inheritdoc/>
    public bool IsWrite => true;

    /// <inheritdoc/>
    public JsonTypeInfo<CreateTrafficMirrorFilterResponse> ResponseType =>
        CreateTrafficMirrorFilterJson.Default.CreateTrafficMirrorFilterResponse;

    /// <inheritdoc/>
    public void WriteParameters(RpcParameters parameters) => parameters
        .Add("ClientToken", ClientToken)
        .Add("DryRun", DryRun)
        .AddEach("EgressRules", EgressRules, NewFilterRule.Write)
        .AddEach("IngressRules", IngressRules, NewFilterRule.Write)
        .Add("RegionId", RegionId)
        .Add("ResourceGroupId", ResourceGroupId)
        .AddTags("Tag", Tag)
        .Add("TrafficMirrorFilterDescription", TrafficMirrorFilterDescription)
        .Add("TrafficMirrorFilterName", TrafficMirrorFilterName);
}

/// <summary>The filter exists; only ListTrafficMirrorFilters shows when it is ready.</summary>
public sealed record CreateTrafficMirrorFilterResponse : IRpcResponse
{
    /// <inheritdoc/>
    public string? RequestId { get; init; }

    /// <summary><c>tmf-…</c>.</summary>
    public string? TrafficMirrorFilterId { get; init; }

    /// <summary>The group that it is in.</summary>
    public string? ResourceGroupId { get; init; }
}

[JsonSourceGenerationOptions(Converters = [typeof(CleanTextConverter)])]
[JsonSerializable(typeof(CreateTrafficMirrorFilterResponse))]
internal sealed partial class CreateTrafficMirrorFilterJson : JsonSerializerContext;
