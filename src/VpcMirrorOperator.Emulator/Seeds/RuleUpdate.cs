using System.Net;
using VpcMirrorOperator.Emulator.Filters;

namespace VpcMirrorOperator.Emulator.Seeds;

/// <summary>What UpdateTrafficMirrorFilterRuleAttribute can change; null leaves a field as it is. Direction and IpVersion are not
/// among its parameters.</summary>
public sealed record RuleUpdate
{
    /// <summary>RuleAction (the name in this call only).</summary>
    public RuleAction? Action { get; init; }

    /// <summary>Protocol.</summary>
    public RuleProtocol? Protocol { get; init; }

    /// <summary>SourceCidrBlock.</summary>
    public IPNetwork? SourceCidrBlock { get; init; }

    /// <summary>DestinationCidrBlock.</summary>
    public IPNetwork? DestinationCidrBlock { get; init; }

    /// <summary>SourcePortRange.</summary>
    public PortRange? SourcePortRange { get; init; }

    /// <summary>DestinationPortRange.</summary>
    public PortRange? DestinationPortRange { get; init; }

    /// <summary>Priority.</summary>
    public int? Priority { get; init; }

    internal RuleSeed ApplyTo(RuleSeed rule) => rule with
    {
        Action = Action ?? rule.Action,
        Protocol = Protocol ?? rule.Protocol,
        SourceCidrBlock = SourceCidrBlock ?? rule.SourceCidrBlock,
        DestinationCidrBlock = DestinationCidrBlock ?? rule.DestinationCidrBlock,
        SourcePortRange = SourcePortRange ?? rule.SourcePortRange,
        DestinationPortRange = DestinationPortRange ?? rule.DestinationPortRange,
        Priority = Priority ?? rule.Priority,
    };
}
