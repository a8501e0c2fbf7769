using System.Net;
using VpcMirrorOperator.Emulator.Filters;
using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.Wire;

namespace VpcMirrorOperator.Emulator.Actions;

/// <summary>Filter rules in calls: <c>IngressRules.N.Field</c> and <c>EgressRules.N.Field</c>, and the fields of one update.</summary>
internal static class RuleParameters
{
    /// <summary>Rules of one direction in one call.</summary>
    private const int Most = 10;

    /// <summary>The rules of a call, without ids; a missing IpVersion is IPv4.</summary>
    internal static List<RuleSeed> Read(ParameterReader reader)
    {
        var ingress = Read(reader, "IngressRules", TrafficDirection.Ingress);
        List<RuleSeed> rules = [.. ingress, .. Read(reader, "EgressRules", TrafficDirection.Egress)];
        if (Twice(rules)) reader.Fail(CloudErrors.Illegal("Priority", "two rules of one direction have the same"));
        return rules;
    }

    internal static RuleUpdate ReadUpdate(ParameterReader reader, string prefix, string action, IpVersion? family)
    {
        var update = new RuleUpdate
        {
            Action = reader.Word(prefix + action, SeedWords.RuleAction),
            Protocol = reader.Word(prefix + "Protocol", SeedWords.RuleProtocol),
            Priority = reader.Number(prefix + "Priority", 1, RuleSeedReader.LastPriority),
            SourceCidrBlock = Cidr(reader, prefix + "SourceCidrBlock", family),
            DestinationCidrBlock = Cidr(reader, prefix + "DestinationCidrBlock", family),
            SourcePortRange = Ports(reader, prefix + "SourcePortRange"),
            DestinationPortRange = Ports(reader, prefix + "DestinationPortRange"),
        };
        if (update.Protocol is RuleProtocol.All or RuleProtocol.Icmp
            && (Narrow(update.SourcePortRange) || Narrow(update.DestinationPortRange)))
            reader.Fail(CloudErrors.Illegal(prefix + "DestinationPortRange", "only rules for TCP and UDP have ports"));
        return update;
    }

    /// <summary>Whether a range says more than "all ports", which only TCP and UDP can.</summary>
    internal static bool Narrow(PortRange? ports) => ports is { } range && range != PortRange.All;

    internal static bool Twice(IEnumerable<RuleSeed> rules) =>
        rules.GroupBy(rule => (rule.Direction, rule.Priority)).Any(group => group.Count() > 1);

    private static List<RuleSeed> Read(ParameterReader reader, string name, TrafficDirection direction)
    {
        var indexes = reader.Parameters.Indexes(name);
        if (indexes.Length > Most) reader.Fail(CloudErrors.Illegal(name, $"at most {Most} rules are allowed in one call"));
        return [.. indexes.Select(index => ReadRule(reader, $"{name}.{index}.", direction))];
    }

    private static RuleSeed ReadRule(ParameterReader reader, string prefix, TrafficDirection direction)
    {
        foreach (var name in (string[])["Action", "Priority", "Protocol"]) reader.Required(prefix + name);
        var family = reader.Word(prefix + "IpVersion", SeedWords.IpVersion) ?? IpVersion.IPv4;
        var rule = new RuleSeed
        {
            Id = "", Priority = 0, Direction = direction, IpVersion = family,
            SourceCidrBlock = RuleSeedReader.Everywhere(family), DestinationCidrBlock = RuleSeedReader.Everywhere(family),
        };
        return ReadUpdate(reader, prefix, "Action", family).ApplyTo(rule);
    }

    private static IPNetwork? Cidr(ParameterReader reader, string name, IpVersion? family)
    {
        if (reader.Text(name, 64) is not { } text) return null;
        var block = family is { } known ? RuleSeedReader.Cidr(text, known) : IPNetwork.TryParse(text, out var any) ? any : null;
        if (block is null) reader.Fail(CloudErrors.Illegal(name, "it must be a CIDR block of the rule's IpVersion"));
        return block;
    }

    private static PortRange? Ports(ParameterReader reader, string name)
    {
        if (reader.Text(name, 32) is not { } text) return null;
        var ports = PortRange.Parse(text);
        if (ports is null) reader.Fail(CloudErrors.Illegal(name, "it must be two ports from 1 to 65535 like 80/443, or -1/-1"));
        return ports;
    }
}
