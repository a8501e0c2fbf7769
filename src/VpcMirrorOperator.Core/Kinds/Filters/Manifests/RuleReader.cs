using System.Globalization;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Manifests;

namespace VpcMirrorOperator.Kinds.Filters.Manifests;

/// <summary>Reads one rule.</summary>
internal static class RuleReader
{
    private static readonly string[] Known =
    [
        "priority", "action", "protocol", "sourceCidrBlock", "destinationCidrBlock", "sourcePortRange", "destinationPortRange",
    ];

    /// <summary>The rule; null when its number or its action is missing or wrong.</summary>
    public static RuleSpec? Read(YamlMap map, string path, ManifestErrors errors)
    {
        var reader = new MapReader(map, path, errors, Known);
        var (priority, action) = (ReadPriority(reader), ReadAction(reader));
        var protocol = ReadProtocol(reader);
        var (source, destination) = (ReadBlock(reader, "sourceCidrBlock"), ReadBlock(reader, "destinationCidrBlock"));
        var from = ReadPorts(reader, "sourcePortRange", protocol);
        var to = ReadPorts(reader, "destinationPortRange", protocol);
        return priority is not { } number || action is not { } known ? null : new RuleSpec
        {
            Priority = number,
            Action = known,
            Protocol = protocol,
            SourceCidrBlock = source,
            DestinationCidrBlock = destination,
            SourcePortRange = from,
            DestinationPortRange = to,
        };
    }

    private static int? ReadPriority(MapReader reader)
    {
        const string field = "priority";
        var remedy = string.Create(CultureInfo.InvariantCulture, $"Write a number from 1 to {FilterLimits.MaxPriority}; the smaller is "
            + $"tried first.");
        switch (reader.Value(field))
        {
            case null:
                reader.Missing(field, remedy);
                return null;
            case YamlScalar scalar when YamlScalarKind.Of(scalar) == ScalarKind.Number
                && int.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number is >= 1 and <= FilterLimits.MaxPriority:
                return number;
            case var other:
                reader.Wrong(field, $"must be a number of a rule, not {other.Description}", remedy);
                return null;
        }
    }

    private static RuleAction? ReadAction(MapReader reader)
    {
        const string remedy = "Write accept to mirror what the rule matches, drop not to.";
        switch (reader.RequiredText("action", remedy))
        {
            case null:
                return null;
            case "accept":
                return RuleAction.Accept;
            case "drop":
                return RuleAction.Drop;
            case var other:
                reader.Wrong("action", $"must not be \"{other}\"", remedy);
                return null;
        }
    }

    private static RuleProtocol? ReadProtocol(MapReader reader)
    {
        switch (reader.Text("protocol"))
        {
            case null:
                return null;
            case "ALL":
                return RuleProtocol.All;
            case "ICMP":
                return RuleProtocol.Icmp;
            case "TCP":
                return RuleProtocol.Tcp;
            case "UDP":
                return RuleProtocol.Udp;
            case var other:
                reader.Wrong("protocol", $"must not be \"{other}\"", "Allowed values: ALL, ICMP, TCP, UDP.");
                return null;
        }
    }

    private static string? ReadBlock(MapReader reader, string field)
    {
        if (reader.Text(field) is not { } text) return null;
        if (CidrBlock.TryParse(text, out _)) return text;
        reader.Wrong(
            field, $"\"{text}\" is not a block of IPv4 addresses", "Write for example 10.0.0.0/8, or 0.0.0.0/0 for all. Nothing of IPv6 "
                + "is mirrored.");
        return null;
    }

    private static string? ReadPorts(MapReader reader, string field, RuleProtocol? protocol)
    {
        if (reader.Text(field) is not { } text) return null;
        if (!PortSpan.TryParse(text, out var ports))
            reader.Wrong(field, $"\"{text}\" is not a range of ports", "Write for example 80/80 or 1024/65535, or -1/-1 for all.");
        else if (ports != PortSpan.All && !RuleContent.HasPorts(protocol ?? RuleProtocol.All))
            reader.Wrong(field, "only TCP and UDP have ports", "Set protocol to TCP or UDP, or remove the ports.");
        else return text;
        return null;
    }
}
