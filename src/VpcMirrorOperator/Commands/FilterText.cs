using System.Text;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Cloud;

namespace VpcMirrorOperator.Commands;

/// <summary>The manifest of a filter as it is. Pure.</summary>
internal static class FilterText
{
    /// <summary>Adds a document.</summary>
    public static void Append(StringBuilder text, string region, ObservedFilter filter)
    {
        text.Append("---\n");
        text.Append($"apiVersion: {TrafficMirrorFilter.GroupVersion}\nkind: {TrafficMirrorFilter.KindName}\n");
        text.Append($"metadata:\n  name: {filter.Id}\n");
        text.Append($"spec:\n  regionId: {region}\n  trafficMirrorFilterId: {filter.Id}\n");
        text.Append($"  managementPolicy: {ManagementPolicy.Observe}\n");
        Append(text, "ingressRules", [.. filter.RulesOf(RuleDirection.Ingress)]);
        Append(text, "egressRules", [.. filter.RulesOf(RuleDirection.Egress)]);
    }

    private static void Append(StringBuilder text, string list, IReadOnlyList<ObservedRule> rules)
    {
        foreach (var rule in rules.Where(rule => rule.Content is null))
            text.Append($"  # Left out, since nothing of IPv6 is mirrored: rule {rule.Priority}.\n");
        List<ObservedRule> known = [.. rules.Where(rule => rule.Content is not null)];
        text.Append(known.Count == 0 ? $"  {list}: []\n" : $"  {list}:\n");
        foreach (var rule in known) Append(text, rule.Priority, rule.Content!.Value);
    }

    private static void Append(StringBuilder text, int priority, RuleContent rule)
    {
        text.Append($"  - priority: {priority}\n    action: {rule.ActionText}\n    protocol: {rule.ProtocolText}\n");
        text.Append($"    sourceCidrBlock: {rule.Source}\n    destinationCidrBlock: {rule.Destination}\n");
        if (rule.SourcePorts != PortSpan.All) text.Append($"    sourcePortRange: {rule.SourcePorts}\n");
        if (rule.DestinationPorts != PortSpan.All) text.Append($"    destinationPortRange: {rule.DestinationPorts}\n");
    }
}
