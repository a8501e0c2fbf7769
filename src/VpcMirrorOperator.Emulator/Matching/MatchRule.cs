using System.Net;

namespace VpcMirrorOperator.Emulator.Matching;

/// <summary>A rule of a filter, in one direction.</summary>
/// <param name="Id">The rule's id.</param>
/// <param name="Priority">Smaller comes first.</param>
/// <param name="Accepts">Whether packets that it matches are mirrored; <c>drop</c> otherwise.</param>
/// <param name="Protocol">The IP protocol number; null for all.</param>
/// <param name="Source">The block of source addresses.</param>
/// <param name="Destination">The block of destination addresses.</param>
/// <param name="SourcePorts">First and last source port; null for all.</param>
/// <param name="DestinationPorts">First and last destination port; null for all.</param>
public sealed record MatchRule(
    string Id, int Priority, bool Accepts, int? Protocol, IPNetwork Source, IPNetwork Destination,
    (int First, int Last)? SourcePorts, (int First, int Last)? DestinationPorts)
{
    /// <summary>Whether the rule is about the packet. Ports count only for a rule about TCP or UDP.</summary>
    public bool Matches(MatchPacket packet)
    {
        ArgumentNullException.ThrowIfNull(packet);
        return (Protocol is null || Protocol == packet.Protocol)
            && Source.Contains(packet.Source) && Destination.Contains(packet.Destination)
            && (Protocol is not (MatchPacket.Tcp or MatchPacket.Udp)
                || (Within(SourcePorts, packet.SourcePort) && Within(DestinationPorts, packet.DestinationPort)));
    }

    private static bool Within((int First, int Last)? ports, int port) =>
        ports is not { } range || (port >= range.First && port <= range.Last);
}
