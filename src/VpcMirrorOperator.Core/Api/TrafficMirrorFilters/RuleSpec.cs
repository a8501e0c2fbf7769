namespace VpcMirrorOperator.Api.TrafficMirrorFilters;

/// <summary>One rule of a filter. Rules of a direction are tried by ascending priority; the first that matches decides.</summary>
public sealed record RuleSpec
{
    /// <summary>The rule's number, 1 to <see cref="FilterLimits.MaxPriority"/>; unique in its direction, whose key it is.</summary>
    public required int Priority { get; init; }

    /// <summary>Mirror the packets, or not.</summary>
    public required RuleAction Action { get; init; }

    /// <summary>The protocol; <see cref="RuleProtocol.All"/> when absent.</summary>
    public RuleProtocol? Protocol { get; init; }

    /// <summary>Where the packets come from, an IPv4 block; any address when absent.</summary>
    public string? SourceCidrBlock { get; init; }

    /// <summary>Where they go, an IPv4 block; any address when absent.</summary>
    public string? DestinationCidrBlock { get; init; }

    /// <summary><c>a/b</c> within 1 to 65535, or <c>-1/-1</c>: all, also when absent. Only with TCP and UDP.</summary>
    public string? SourcePortRange { get; init; }

    /// <summary>As <see cref="SourcePortRange"/>.</summary>
    public string? DestinationPortRange { get; init; }

    /// <summary>What the rule says. A text that no schema would take counts as absent, so ask <see cref="IsWellFormed"/> first.</summary>
    public RuleContent Content()
    {
        var protocol = Protocol ?? RuleProtocol.All;
        return new RuleContent(
            Action, protocol, Block(SourceCidrBlock), Block(DestinationCidrBlock), Ports(protocol, SourcePortRange),
            Ports(protocol, DestinationPortRange));
    }

    /// <summary>Whether all of it can be said to the cloud: a server without validation rules takes other texts, too.</summary>
    public bool IsWellFormed() =>
        Priority is >= 1 and <= FilterLimits.MaxPriority && IsBlock(SourceCidrBlock) && IsBlock(DestinationCidrBlock)
        && IsPorts(SourcePortRange) && IsPorts(DestinationPortRange);

    private static CidrBlock Block(string? text) => CidrBlock.TryParse(text, out var block) ? block : CidrBlock.All;

    private static PortSpan Ports(RuleProtocol protocol, string? text) =>
        RuleContent.HasPorts(protocol) && PortSpan.TryParse(text, out var ports) ? ports : PortSpan.All;

    private static bool IsBlock(string? text) => text is null || CidrBlock.TryParse(text, out _);

    private bool IsPorts(string? text) =>
        text is null || (PortSpan.TryParse(text, out var ports)
            && (ports == PortSpan.All || RuleContent.HasPorts(Protocol ?? RuleProtocol.All)));
}
