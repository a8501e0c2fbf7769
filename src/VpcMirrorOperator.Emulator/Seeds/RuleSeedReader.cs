using System.Net;
using System.Net.Sockets;
using VpcMirrorOperator.Emulator.Filters;
using VpcMirrorOperator.Emulator.Yaml;

namespace VpcMirrorOperator.Emulator.Seeds;

/// <summary>Reads one rule of a filter.</summary>
internal static class RuleSeedReader
{
    /// <summary>The highest priority that the console takes.</summary>
    internal const int LastPriority = 16_777_216;

    private static readonly string[] UpdateFields = [
        "priority", "action", "protocol", "sourceCidrBlock", "destinationCidrBlock", "sourcePortRange", "destinationPortRange"];

    private static readonly string[] Fields = ["id", "status", "ipVersion", "createdIn", "pending", .. UpdateFields];

    internal static RuleSeed Read(SeedNode node, TrafficDirection direction)
    {
        var map = node.AsMap(Fields);
        var family = map.Optional("ipVersion")?.OneOf(SeedWords.IpVersion) ?? IpVersion.IPv4;
        var rule = new RuleSeed
        {
            Id = map.Required("id").RuleId(),
            Priority = map.OptionalNumber("priority", 1, LastPriority)
                ?? throw map.Error("priority is missing", "Add the field priority."),
            Direction = direction,
            IpVersion = family,
            SourceCidrBlock = Everywhere(family),
            DestinationCidrBlock = Everywhere(family),
            Status = map.Optional("status")?.OneOf(SeedWords.FilterStatus) ?? FilterStatus.Created,
            CreatedIn = map.Optional("createdIn")?.Duration(TimeSpan.Zero, TimeSpan.FromHours(72)),
            Pending = map.Pending(update => ReadUpdate(update.AsMap(UpdateFields), family)),
        };
        var read = ReadUpdate(map, family).ApplyTo(rule);
        CheckPorts(map, read);
        return read;
    }

    /// <summary>The block that holds every address of the family.</summary>
    internal static IPNetwork Everywhere(IpVersion family) =>
        family == IpVersion.IPv4 ? new(IPAddress.Any, 0) : new(IPAddress.IPv6Any, 0);

    /// <summary>A CIDR block of the family; bits behind the prefix are cleared. Null for anything else.</summary>
    internal static IPNetwork? Cidr(string text, IpVersion family) =>
        IPNetwork.TryParse(text, out var block)
        && block.BaseAddress.AddressFamily == (family == IpVersion.IPv4 ? AddressFamily.InterNetwork : AddressFamily.InterNetworkV6)
            ? block
            : null;

    private static void CheckPorts(SeedMap map, RuleSeed rule)
    {
        if (rule.Protocol is RuleProtocol.Tcp or RuleProtocol.Udp) return;
        var wrong = rule.SourcePortRange != PortRange.All ? map.Optional("sourcePortRange")
            : rule.DestinationPortRange != PortRange.All ? map.Optional("destinationPortRange") : null;
        if (wrong is not null)
            throw wrong.Error("only rules for TCP and UDP have ports", "Add protocol: TCP or UDP, or remove this field.");
    }

    private static RuleUpdate ReadUpdate(SeedMap map, IpVersion family) => new()
    {
        Priority = map.OptionalNumber("priority", 1, LastPriority),
        Action = map.Optional("action") is { } action ? action.OneOf(SeedWords.RuleAction) : null,
        Protocol = map.Optional("protocol") is { } protocol ? protocol.OneOf(SeedWords.RuleProtocol) : null,
        SourceCidrBlock = map.Optional("sourceCidrBlock") is { } source ? ReadCidr(source, family) : null,
        DestinationCidrBlock = map.Optional("destinationCidrBlock") is { } destination ? ReadCidr(destination, family) : null,
        SourcePortRange = map.Optional("sourcePortRange") is { } from ? ReadPorts(from) : null,
        DestinationPortRange = map.Optional("destinationPortRange") is { } to ? ReadPorts(to) : null,
    };

    private static IPNetwork ReadCidr(SeedNode node, IpVersion family) =>
        Cidr(node.Text(3, 64, SeedPatterns.CidrBlock, "10.0.0.0/8"), family)
        ?? throw node.Error($"'{node.Yaml}' is not a CIDR block of {family}", "Write an address and its prefix length, like 10.0.0.0/8.");

    private static PortRange ReadPorts(SeedNode node) =>
        PortRange.Parse(node.Text(3, 11, SeedPatterns.PortRange, "80/80"))
        ?? throw node.Error($"'{node.Yaml}' is not a range of ports", "Write first and last port from 1 to 65535, like 80/80, or -1/-1.");
}
