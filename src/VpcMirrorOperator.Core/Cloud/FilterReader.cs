using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Json;
using VpcMirrorOperator.AlibabaCloud.Vpc;
using VpcMirrorOperator.Api.TrafficMirrorFilters;

namespace VpcMirrorOperator.Cloud;

/// <summary>
/// Understands one listed filter. A rule that is not understood makes its filter unreadable: what it decides would be unknown, and so what
/// any edit beside it does.
/// </summary>
internal static class FilterReader
{
    /// <summary>The filter, or why what is said of it cannot be used.</summary>
    public static FilterReading Read(string id, ListedTrafficMirrorFilter listed)
    {
        try
        {
            return new FilterReading(Filter(id, listed), null);
        }
        catch (CloudException unreadable)
        {
            return new FilterReading(null, unreadable);
        }
    }

    private static ObservedFilter Filter(string id, ListedTrafficMirrorFilter listed)
    {
        List<ObservedRule> ingress = Rules(id, listed.IngressRules, RuleDirection.Ingress);
        List<ObservedRule> egress = Rules(id, listed.EgressRules, RuleDirection.Egress);
        if (ingress.Select(rule => rule.Id).Intersect(egress.Select(rule => rule.Id)).FirstOrDefault() is { } both)
            throw Unreadable($"it lists {both} in both directions of {id}");
        return Filter(id, listed, [.. ingress.OrderBy(rule => rule.Priority), .. egress.OrderBy(rule => rule.Priority)]);
    }

    private static ObservedFilter Filter(string id, ListedTrafficMirrorFilter listed, IReadOnlyList<ObservedRule> rules) => new()
    {
        Id = id,
        Status = listed.TrafficMirrorFilterStatus ?? "Unknown",
        Name = Given(listed.TrafficMirrorFilterName),
        Description = Given(listed.TrafficMirrorFilterDescription),
        ResourceGroupId = Given(listed.ResourceGroupId),
        Tags = listed.Tags is { IsWhole: true } tags && tags.All(tag => tag.Key is not null)
            ? [.. tags.Select(tag => KeyValuePair.Create(tag.Key!, tag.Value ?? ""))]
            : null,
        Rules = rules,
    };

    private static List<ObservedRule> Rules(string id, ReplyList<ListedFilterRule>? listed, RuleDirection direction)
    {
        if (listed is not { IsWhole: true }) throw Unreadable($"it does not say which {direction} rules {id} has");
        List<ObservedRule> rules = [.. listed.Select(rule => Rule(id, rule, direction))];
        if (rules.Select(rule => rule.Priority).Distinct().Count() != rules.Count || rules.Select(rule =>
            rule.Id).Distinct().Count() != rules.Count)
            throw Unreadable($"it lists a rule of {id}, or its priority, twice");
        return rules;
    }

    private static ObservedRule Rule(string id, ListedFilterRule listed, RuleDirection direction)
    {
        if (string.IsNullOrEmpty(listed.TrafficMirrorFilterRuleId)) throw Unreadable($"it lists a rule of {id} without an id");
        if (listed.Priority is not { } priority) throw Unreadable($"it does not say which priority {listed.TrafficMirrorFilterRuleId} has");
        if (listed.TrafficDirection is { } said && !said.Equals(direction.ToString(), StringComparison.OrdinalIgnoreCase))
            throw Unreadable($"it lists {listed.TrafficMirrorFilterRuleId} among the {direction} rules, which it calls {said}");
        if (listed.TrafficMirrorFilterId is { } other && other != id)
            throw Unreadable($"it lists {listed.TrafficMirrorFilterRuleId} among those of {id}, which it gives to {other}");
        return new ObservedRule(
            listed.TrafficMirrorFilterRuleId, direction, priority, IsIpv6(listed) ? null : Content(listed),
            listed.TrafficMirrorFilterRuleStatus == ObservedFilter.Created);
    }

    private static bool IsIpv6(ListedFilterRule listed) =>
        string.Equals(listed.IpVersion, "IPv6", StringComparison.OrdinalIgnoreCase)
        || listed.SourceCidrBlock?.Contains(':') == true || listed.DestinationCidrBlock?.Contains(':') == true;

    private static RuleContent Content(ListedFilterRule listed)
    {
        var protocol = Protocol(listed);
        return new RuleContent(
            Action(listed), protocol, Block(listed, listed.SourceCidrBlock), Block(listed, listed.DestinationCidrBlock),
            Ports(listed, protocol, listed.SourcePortRange), Ports(listed, protocol, listed.DestinationPortRange));
    }

    private static RuleAction Action(ListedFilterRule listed) => listed.Action?.ToUpperInvariant() switch
    {
        "ACCEPT" => RuleAction.Accept,
        "DROP" => RuleAction.Drop,
        _ => throw NotUnderstood(listed, "action", listed.Action),
    };

    private static RuleProtocol Protocol(ListedFilterRule listed) => listed.Protocol?.ToUpperInvariant() switch
    {
        "ALL" => RuleProtocol.All,
        "ICMP" => RuleProtocol.Icmp,
        "TCP" => RuleProtocol.Tcp,
        "UDP" => RuleProtocol.Udp,
        _ => throw NotUnderstood(listed, "protocol", listed.Protocol),
    };

    private static CidrBlock Block(ListedFilterRule listed, string? text) =>
        CidrBlock.TryParse(text, out var block) ? block : throw NotUnderstood(listed, "address block", text);

    private static PortSpan Ports(ListedFilterRule listed, RuleProtocol protocol, string? text)
    {
        if (!RuleContent.HasPorts(protocol) || string.IsNullOrEmpty(text)) return PortSpan.All;
        return PortSpan.TryParse(text, out var ports) ? ports : throw NotUnderstood(listed, "port range", text);
    }

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static CloudException NotUnderstood(ListedFilterRule listed, string what, string? value) =>
        Unreadable($"rule {listed.TrafficMirrorFilterRuleId} has the {what} '{value}', which this release does not know: change "
            + "the rule in the console, or install a newer release");

    private static CloudException Unreadable(string what) => FilterLister.Pages.Unreadable(what);
}
