using System.Net.Sockets;

namespace VpcMirrorOperator.Emulator.Matching;

/// <summary>
/// Says which session mirrors a packet, and by which rule, as the overview of the service describes it: the sessions of the source by
/// priority, in each the rules of the direction by priority; the first rule that matches decides, a drop too, and ends the search over
/// all sessions. A packet is mirrored once. Packets that a security group or a network ACL drops are not its matter. Pure.
/// </summary>
public static class PacketMatcher
{
    private const int DhcpServer = 67;
    private const int DhcpClient = 68;

    /// <summary>What becomes of the packet among the sessions of its account and region.</summary>
    public static PacketMatch Match(IEnumerable<MatchSession> sessions, MatchPacket packet)
    {
        ArgumentNullException.ThrowIfNull(sessions);
        ArgumentNullException.ThrowIfNull(packet);
        if (packet.Source.AddressFamily != AddressFamily.InterNetwork || packet.Destination.AddressFamily != AddressFamily.InterNetwork)
            return PacketMatch.Nothing(MatchVerdict.NotIPv4);
        if (IsDhcp(packet)) return PacketMatch.Nothing(MatchVerdict.Dhcp);
        var candidates = sessions.Where(session => session.Mirrors && session.Sources.Contains(packet.NetworkInterface))
            .OrderBy(session => session.Priority).ThenBy(session => session.Id, StringComparer.Ordinal);
        return Search(candidates, packet);
    }

    private static PacketMatch Search(IEnumerable<MatchSession> candidates, MatchPacket packet)
    {
        var tried = new List<string>();
        foreach (var session in candidates)
        {
            tried.Add(session.Id);
            if (FirstRule(packet.IsIngress ? session.Ingress : session.Egress, packet) is not { } rule) continue;
            return rule.Accepts
                ? new(MatchVerdict.Mirrored, session.Id, session.FilterId, rule.Id, session.TargetId, session.VirtualNetworkId, tried)
                : new(MatchVerdict.Dropped, session.Id, session.FilterId, rule.Id, null, null, tried);
        }

        return PacketMatch.Nothing(tried.Count == 0 ? MatchVerdict.NoSession : MatchVerdict.NoRule, tried);
    }

    private static MatchRule? FirstRule(IEnumerable<MatchRule> rules, MatchPacket packet) =>
        rules.Where(rule => rule.Matches(packet)).OrderBy(rule => rule.Priority).ThenBy(rule => rule.Id, StringComparer.Ordinal)
            .FirstOrDefault();

    private static bool IsDhcp(MatchPacket packet) => packet.Protocol == MatchPacket.Udp
        && (packet.SourcePort, packet.DestinationPort) is (DhcpServer, DhcpClient) or (DhcpClient, DhcpServer);
}
