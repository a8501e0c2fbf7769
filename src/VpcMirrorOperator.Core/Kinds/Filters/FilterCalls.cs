using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Transport;
using VpcMirrorOperator.AlibabaCloud.Vpc;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Engine.Lifecycle;
using VpcMirrorOperator.Kinds.Filters.Planning;

namespace VpcMirrorOperator.Kinds.Filters;

/// <summary>Turns an operation into its call.</summary>
internal static class FilterCalls
{
    /// <summary>The name of the call.</summary>
    public static string ActionOf(OperationState operation) => operation.Verb switch
    {
        OperationVerb.CreateRules => "CreateTrafficMirrorFilterRules",
        OperationVerb.UpdateRule => "UpdateTrafficMirrorFilterRuleAttribute",
        OperationVerb.Create => "CreateTrafficMirrorFilter",
        OperationVerb.Update => "UpdateTrafficMirrorFilterAttribute",
        OperationVerb.Delete => "DeleteTrafficMirrorFilter",
        OperationVerb.Tag => "TagResources",
        _ => "DeleteTrafficMirrorFilterRules",
    };

    /// <summary>Calls the cloud once. A dry run has no token: it changes nothing, and must not use up the operation's.</summary>
    /// <returns>The answer.</returns>
    /// <exception cref="CloudException">It was refused, or its outcome is unknown.</exception>
    public static async Task<CallAnswer> SendAsync(
        RpcClient cloud, FilterRef filter, OperationState operation, bool dryRun, SendDeadline? deadline,
        CancellationToken cancellationToken) => operation.Verb switch
    {
        OperationVerb.CreateRules => new(
            (await cloud.SendAsync(Create(filter, operation, dryRun), deadline, cancellationToken)).RequestId, null),
        OperationVerb.UpdateRule => new(
            (await cloud.SendAsync(Update(filter, operation, dryRun), deadline, cancellationToken)).RequestId, null),
        OperationVerb.DeleteRules => new(
            (await cloud.SendAsync(Delete(filter, operation, dryRun), deadline, cancellationToken)).RequestId, null),
        _ => CallAnswer.Of(await cloud.SendAsync(Recorded(filter, operation, dryRun), deadline, cancellationToken)),
    };

    private static RecordedCall Recorded(FilterRef filter, OperationState operation, bool dryRun) => new()
    {
        RegionId = filter.RegionId,
        Action = ActionOf(operation),
        Target = TargetOf(operation),
        Parameters = operation.Parameters,
        // Calls for tags have neither token nor dry run: repeating one does no harm (API page TagResources).
        ClientToken = dryRun || operation.Verb == OperationVerb.Tag ? null : operation.ClientToken,
        DryRun = dryRun ? true : null,
    };

    private static IReadOnlyList<KeyValuePair<string, string>> TargetOf(OperationState operation) => operation switch
    {
        { Target: null } => [],
        { Target: { } id, Verb: OperationVerb.Tag } => [new("ResourceId.1", id), new("ResourceType", "TRAFFICMIRRORFILTER")],
        { Target: { } id } => [new("TrafficMirrorFilterId", id)],
    };

    private static CreateTrafficMirrorFilterRulesRequest Create(FilterRef filter, OperationState operation, bool dryRun)
    {
        List<NewFilterRule> Of(RuleDirection direction) => [.. RuleParameters.Created(operation)
            .Where(rule => rule.Direction == direction).Select(rule => NewRules.Of(rule.Priority, rule.Content!.Value))];
        return new CreateTrafficMirrorFilterRulesRequest
        {
            RegionId = filter.RegionId,
            TrafficMirrorFilterId = filter.FilterId,
            IngressRules = Of(RuleDirection.Ingress),
            EgressRules = Of(RuleDirection.Egress),
            ClientToken = dryRun ? null : operation.ClientToken,
            DryRun = dryRun ? true : null,
        };
    }

    private static UpdateTrafficMirrorFilterRuleAttributeRequest Update(FilterRef filter, OperationState operation, bool dryRun)
    {
        var changed = operation.Parameters ?? new Dictionary<string, string>();
        return new UpdateTrafficMirrorFilterRuleAttributeRequest
        {
            RegionId = filter.RegionId,
            TrafficMirrorFilterRuleId = operation.Target ?? "",
            RuleAction = changed.GetValueOrDefault("RuleAction"),
            Protocol = changed.GetValueOrDefault("Protocol"),
            SourceCidrBlock = changed.GetValueOrDefault("SourceCidrBlock"),
            DestinationCidrBlock = changed.GetValueOrDefault("DestinationCidrBlock"),
            SourcePortRange = changed.GetValueOrDefault("SourcePortRange"),
            DestinationPortRange = changed.GetValueOrDefault("DestinationPortRange"),
            Priority = RuleParameters.NewPriority(operation),
            ClientToken = dryRun ? null : operation.ClientToken,
            DryRun = dryRun ? true : null,
        };
    }

    private static DeleteTrafficMirrorFilterRulesRequest Delete(FilterRef filter, OperationState operation, bool dryRun) => new()
    {
        RegionId = filter.RegionId,
        TrafficMirrorFilterId = filter.FilterId,
        TrafficMirrorFilterRuleIds = operation.Ids,
        ClientToken = dryRun ? null : operation.ClientToken,
        DryRun = dryRun ? true : null,
    };
}
