using System.Net;

namespace VpcMirrorOperator.Emulator.Matching;

/// <summary>A packet at a network interface: the direction and the five fields that rules look at.</summary>
/// <param name="NetworkInterface">The interface, <c>eni-…</c>.</param>
/// <param name="IsIngress">Whether the interface receives the packet; it sends it otherwise.</param>
/// <param name="Protocol">The IP protocol number, 0 to 255: 1 ICMP, 6 TCP, 17 UDP.</param>
/// <param name="Source">The source address.</param>
/// <param name="SourcePort">The source port, 0 to 65535; means nothing for protocols other than TCP and UDP.</param>
/// <param name="Destination">The destination address, of the same family.</param>
/// <param name="DestinationPort">The destination port, 0 to 65535; means nothing for protocols other than TCP and UDP.</param>
public sealed record MatchPacket(
    string NetworkInterface, bool IsIngress, int Protocol, IPAddress Source, int SourcePort, IPAddress Destination, int DestinationPort)
{
    /// <summary>The number of ICMP.</summary>
    public const int Icmp = 1;

    /// <summary>The number of TCP.</summary>
    public const int Tcp = 6;

    /// <summary>The number of UDP.</summary>
    public const int Udp = 17;
}
