using System.Collections.Immutable;
using VpcMirrorOperator.Emulator.Filters;
using VpcMirrorOperator.Emulator.Matching;
using VpcMirrorOperator.Emulator.Seeds;

namespace VpcMirrorOperator.Emulator.State;

/// <summary>What the region's sessions and filters mean for packets, as plain data. The region must have been advanced.</summary>
internal static class SessionRules
{
    internal static IEnumerable<MatchSession> Of(EmulatedRegion region)
    {
        var filters = region.Filters.All.ToDictionary(filter => filter.Id, StringComparer.Ordinal);
        return region.Sessions.Select(session => Of(session, filters.GetValueOrDefault(session.Attributes.FilterId)));
    }

    /// <summary>What costs nothing mirrors nothing, and the other way round.</summary>
    private static MatchSession Of(EmulatedSession session, EmulatedFilter? filter)
    {
        var seed = session.Attributes;
        return new(
            seed.Id, seed.Priority, session.CostsMoney, session.Sources, seed.FilterId, Rules(filter, TrafficDirection.Ingress),
            Rules(filter, TrafficDirection.Egress), seed.TargetId, seed.VirtualNetworkId);
    }

    /// <summary>Rules that are being created do nothing yet; those that are being changed or deleted still do what they did.</summary>
    private static ImmutableArray<MatchRule> Rules(EmulatedFilter? filter, TrafficDirection direction) => filter is null ? [] : [..
        from rule in filter.Rules
        where rule.Attributes.Direction == direction && rule.Status != FilterStatus.Creating
        select Of(rule.Attributes)];

    private static MatchRule Of(RuleSeed rule) => new(
        rule.Id, rule.Priority, rule.Action == RuleAction.Accept, Number(rule.Protocol), rule.SourceCidrBlock, rule.DestinationCidrBlock,
        Ports(rule.SourcePortRange), Ports(rule.DestinationPortRange));

    private static int? Number(RuleProtocol protocol) => protocol switch
    {
        RuleProtocol.Icmp => MatchPacket.Icmp,
        RuleProtocol.Tcp => MatchPacket.Tcp,
        RuleProtocol.Udp => MatchPacket.Udp,
        _ => null,
    };

    private static (int First, int Last)? Ports(PortRange range) => range == PortRange.All ? null : (range.First, range.Last);
}
