using System.Collections.Immutable;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Tagging;
using VpcMirrorOperator.AlibabaCloud.Vpc;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Engine.Lifecycle;

namespace VpcMirrorOperator.Kinds.Filters.Planning;

/// <summary>
/// The Create call of a declared filter, whole (rules S1 and S4), with the first rules of both directions: no session uses it before it is
/// Ready (rule S11), so those that follow are not missed. Pure.
/// </summary>
internal static class CreateFilterCall
{
    /// <summary>The most rules of a direction in one call (API page CreateTrafficMirrorFilter).</summary>
    private const int MaxRules = 10;

    private static readonly string[] OfEachAttempt = ["ClientToken", "DryRun", "RegionId"];

    /// <summary>The operation to record.</summary>
    public static OperationState New(FilterPlannerInput input, ObjectIdentity identity) =>
        FilterOperation.New(input, OperationVerb.Create, target: null, [], Parameters(input.Declared.Spec, identity));

    /// <summary>Whether a recorded Create is still exactly what is wanted (rule S4).</summary>
    public static bool IsWanted(TrafficMirrorFilterSpec spec, ObjectIdentity identity, OperationState create) =>
        create.AsksForTheSame(create with { Parameters = Parameters(spec, identity) });

    private static IReadOnlyDictionary<string, string> Parameters(TrafficMirrorFilterSpec spec, ObjectIdentity identity)
    {
        var parameters = new RpcParameters();
        var declared = spec.Filter;
        new CreateTrafficMirrorFilterRequest
        {
            RegionId = spec.RegionId,
            TrafficMirrorFilterName = declared?.Name,
            TrafficMirrorFilterDescription = declared?.Description,
            ResourceGroupId = declared?.ResourceGroupId,
            IngressRules = Rules(spec, RuleDirection.Ingress),
            EgressRules = Rules(spec, RuleDirection.Egress),
            Tag = [.. IdentityTags.Of(identity), .. UserTags(declared)],
        }.WriteParameters(parameters);
        return OperationState.Recorded(parameters.Items.Where(p => !OfEachAttempt.Contains(p.Key)));
    }

    private static List<NewFilterRule> Rules(TrafficMirrorFilterSpec spec, RuleDirection direction) =>
        [.. spec.RulesOf(direction)!.OrderBy(rule => rule.Priority).Take(MaxRules).Select(
            rule => NewRules.Of(rule.Priority, rule.Content()))];

    private static IEnumerable<ResourceTag> UserTags(FilterDeclaration? declared) =>
        (declared?.Tags ?? ImmutableDictionary<string, string>.Empty).OrderBy(tag => tag.Key, StringComparer.Ordinal)
        .Select(tag => new ResourceTag { Key = tag.Key, Value = tag.Value });
}
