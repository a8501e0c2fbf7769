using VpcMirrorOperator.Api.TrafficMirrorPolicies;

namespace VpcMirrorOperator.Kinds.Policies.Selection;

/// <summary>
/// What is wrong with an entry of <c>sources</c> or <c>exclude</c> (rule P1): exactly one member, and it says something, so that nobody
/// selects everything by an empty word. For servers without validation rules, and for manifests.
/// </summary>
internal static class EntryRules
{
    /// <summary>What is wrong, and what to write; null for nothing.</summary>
    public static string? Fault(SourceEntry entry)
    {
        var members = Members(entry).Count(isSet => isSet);
        if (members != 1) return "Set exactly one of networkInterfaceIds, networkInterfaces, pods, nodes in each entry.";
        if (entry.NetworkInterfaceIds is { Count: 0 }) return "networkInterfaceIds is empty: list at least one id.";
        if (entry.NetworkInterfaces is { } attributes && SaysNothing(attributes))
            return "networkInterfaces is empty: set at least one field.";
        if (entry.Pods is { PodSelector: null, NamespaceSelector: null })
            return "pods is empty: set podSelector or namespaceSelector. podSelector: {} selects all pods of the namespace.";
        return Selectors(entry).Select(Fault).FirstOrDefault(fault => fault is not null);
    }

    private static IEnumerable<bool> Members(SourceEntry entry) =>
        [entry.NetworkInterfaceIds is not null, entry.NetworkInterfaces is not null, entry.Pods is not null, entry.Nodes is not null];

    private static bool SaysNothing(InterfaceSource source) => source is
    {
        Tags: null or { Count: 0 }, VpcId: null, VSwitchIds: null or { Count: 0 }, SecurityGroupId: null, ResourceGroupId: null,
        Types: null or { Count: 0 },
    };

    private static IEnumerable<LabelSelector> Selectors(SourceEntry entry) =>
        new[] { entry.Pods?.PodSelector, entry.Pods?.NamespaceSelector, entry.Nodes?.NodeSelector }.OfType<LabelSelector>();

    private static string? Fault(LabelSelector selector)
    {
        foreach (var requirement in selector.MatchExpressions ?? [])
        {
            var wants = requirement.Operator is LabelOperator.In or LabelOperator.NotIn;
            if (wants && requirement.Values.Count == 0) return $"{requirement.Key}: {requirement.Operator} needs at least one value.";
            if (!wants && requirement.Values.Count > 0) return $"{requirement.Key}: {requirement.Operator} takes no values.";
        }

        return null;
    }
}
