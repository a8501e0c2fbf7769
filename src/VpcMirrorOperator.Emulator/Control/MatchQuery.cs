using System.Collections.Frozen;
using System.Globalization;
using System.Net;
using VpcMirrorOperator.Emulator.Matching;
using VpcMirrorOperator.Emulator.Wire;

namespace VpcMirrorOperator.Emulator.Control;

/// <summary>Reads the packet that a query describes, and asks what becomes of it.</summary>
internal static class MatchQuery
{
    private static readonly FrozenDictionary<string, int> Protocols = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)
    {
        ["icmp"] = MatchPacket.Icmp,
        ["tcp"] = MatchPacket.Tcp,
        ["udp"] = MatchPacket.Udp,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    internal static PacketMatch Answer(VpcEmulator emulator, RequestTarget target)
    {
        var protocol = Protocol(target);
        var hasPorts = protocol is MatchPacket.Tcp or MatchPacket.Udp;
        var packet = new MatchPacket(
            ControlQuery.Required(target, "interface", "eni-j6c8znm5l1yt4sox0001"), IsIngress(target), protocol,
            Address(target, "source"), Port(target, "sourcePort", hasPorts),
            Address(target, "destination"), Port(target, "destinationPort", hasPorts));
        return emulator.Match(
            ControlQuery.Required(target, "account", "main"), ControlQuery.Required(target, "region", "cn-hongkong"), packet);
    }

    private static bool IsIngress(RequestTarget target) => ControlQuery.Required(target, "direction", "ingress") switch
    {
        "ingress" => true,
        "egress" => false,
        var other => throw ControlQuery.Error("direction", $"'{other}' is no direction", "Give ingress or egress."),
    };

    private static int Protocol(RequestTarget target)
    {
        var text = ControlQuery.Required(target, "protocol", "tcp");
        if (Protocols.TryGetValue(text, out var known)) return known;
        return byte.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw ControlQuery.Error("protocol", $"'{text}' is no protocol", "Give tcp, udp, icmp or a number from 0 to 255.");
    }

    private static IPAddress Address(RequestTarget target, string name)
    {
        var text = ControlQuery.Required(target, name, "10.0.0.7");
        return IPAddress.TryParse(text, out var address)
            ? address
            : throw ControlQuery.Error(name, $"'{text}' is no address", "Write it like 10.0.0.7.");
    }

    private static int Port(RequestTarget target, string name, bool needed)
    {
        if (!needed) return 0;
        var text = ControlQuery.Required(target, name, "443");
        return ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            ? port
            : throw ControlQuery.Error(name, $"'{text}' is no port", "Give 0 to 65535.");
    }
}
