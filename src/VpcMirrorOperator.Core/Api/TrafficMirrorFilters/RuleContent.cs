namespace VpcMirrorOperator.Api.TrafficMirrorFilters;

/// <summary>What a rule says, without its number. Two rules with equal contents are the same rule at two places.</summary>
/// <param name="Action">What happens to the packets.</param>
/// <param name="Protocol">Their protocol.</param>
/// <param name="Source">Where they come from.</param>
/// <param name="Destination">Where they go.</param>
/// <param name="SourcePorts">All, unless the protocol has ports.</param>
/// <param name="DestinationPorts">All, unless the protocol has ports.</param>
public readonly record struct RuleContent(
    RuleAction Action, RuleProtocol Protocol, CidrBlock Source, CidrBlock Destination, PortSpan SourcePorts, PortSpan DestinationPorts)
{
    /// <summary>Whether a protocol has ports (API page, port ranges).</summary>
    public static bool HasPorts(RuleProtocol protocol) => protocol is RuleProtocol.Tcp or RuleProtocol.Udp;

    /// <summary>The action in the API's words.</summary>
    public string ActionText => Action == RuleAction.Accept ? "accept" : "drop";

    /// <summary>The protocol in the API's words.</summary>
    public string ProtocolText => Protocol switch
    {
        RuleProtocol.Icmp => "ICMP",
        RuleProtocol.Tcp => "TCP",
        RuleProtocol.Udp => "UDP",
        _ => "ALL",
    };

    /// <summary>For people, for example <c>drop UDP 0.0.0.0/0 -> 0.0.0.0/0 port 4789/4789</c>.</summary>
    public override string ToString() =>
        $"{ActionText} {ProtocolText} {Source}{From(SourcePorts)} -> {Destination}{From(DestinationPorts)}";

    private static string From(PortSpan ports) => ports == PortSpan.All ? "" : $" port {ports}";
}
