using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Api.TrafficMirrorSessions;

namespace VpcMirrorOperator.Benchmarks.Edits;

/// <summary>What is declared of the session and the filter; the start is what <see cref="EditWorld"/> has.</summary>
internal sealed record DeclaredEdit
{
    /// <summary>As the cloud has both at the start.</summary>
    public static readonly DeclaredEdit Start = new();

    public IReadOnlyList<RuleSpec> Rules { get; init; } =
    [
        Rule(10, RuleAction.Drop, RuleProtocol.Udp, "4789/4789"), Rule(20, RuleAction.Accept, RuleProtocol.Tcp, "443/443"),
        Rule(30, RuleAction.Accept, RuleProtocol.Udp, "53/53"),
    ];

    public string Target { get; init; } = EditWorld.Target;

    public int PacketLength { get; init; } = 1500;

    public IReadOnlyList<string> Sources { get; init; } = World.Ids.Range(0, 10);

    /// <summary>The rule for HTTPS covers one port more.</summary>
    public static DeclaredEdit OneRuleChanged => Start with
    {
        Rules = [Start.Rules[0], Start.Rules[1] with { DestinationPortRange = "443/444" }, Start.Rules[2]],
    };

    /// <summary>The rules for HTTPS and DNS have each other's priority.</summary>
    public static DeclaredEdit PrioritiesSwapped => Start with
    {
        Rules = [Start.Rules[0], Start.Rules[2] with { Priority = 20 }, Start.Rules[1] with { Priority = 30 }],
    };

    /// <summary>The part of a session's declaration.</summary>
    public SessionDeclaration Session(string filterId) => new()
    {
        FilterId = filterId, Priority = 100, VirtualNetworkId = 7, PacketLength = PacketLength, Enabled = true,
        Target = new SessionTarget { Type = "NetworkInterface", Id = Target },
    };

    private static RuleSpec Rule(int priority, RuleAction action, RuleProtocol protocol, string ports) => new()
    {
        Priority = priority, Action = action, Protocol = protocol, DestinationPortRange = ports,
    };
}
