using System.Net;
using VpcMirrorOperator.Emulator.Filters;

namespace VpcMirrorOperator.Emulator.Seeds;

/// <summary>One rule of a filter. The members are the fields that <c>ListTrafficMirrorFilters</c> returns.</summary>
public sealed record RuleSeed
{
    /// <summary>TrafficMirrorFilterRuleId, <c>tmr-…</c>; unique in a region.</summary>
    public required string Id { get; init; }

    /// <summary>TrafficDirection. A seed says it by the list in which the rule stands.</summary>
    public TrafficDirection Direction { get; init; }

    /// <summary>TrafficMirrorFilterRuleStatus. Anything but Created keeps the rule there.</summary>
    public FilterStatus Status { get; init; } = FilterStatus.Created;

    /// <summary>Priority, 1 to 16777216; smaller comes first, unique in filter and direction.</summary>
    public required int Priority { get; init; }

    /// <summary>Action.</summary>
    public RuleAction Action { get; init; } = RuleAction.Accept;

    /// <summary>Protocol.</summary>
    public RuleProtocol Protocol { get; init; } = RuleProtocol.All;

    /// <summary>IpVersion: the family of both CIDR blocks.</summary>
    public IpVersion IpVersion { get; init; } = IpVersion.IPv4;

    /// <summary>SourceCidrBlock.</summary>
    public IPNetwork SourceCidrBlock { get; init; } = new(IPAddress.Any, 0);

    /// <summary>DestinationCidrBlock.</summary>
    public IPNetwork DestinationCidrBlock { get; init; } = new(IPAddress.Any, 0);

    /// <summary>SourcePortRange; all ports for a protocol other than TCP and UDP.</summary>
    public PortRange SourcePortRange { get; init; } = PortRange.All;

    /// <summary>DestinationPortRange; all ports for a protocol other than TCP and UDP.</summary>
    public PortRange DestinationPortRange { get; init; } = PortRange.All;

    /// <summary>For a rule that is being created: when it is <c>Created</c> (0 to 72 h). Null for one that exists already.</summary>
    public TimeSpan? CreatedIn { get; init; }

    /// <summary>A change that was accepted and is not finished; null for none.</summary>
    public PendingUpdate<RuleUpdate>? Pending { get; init; }
}
