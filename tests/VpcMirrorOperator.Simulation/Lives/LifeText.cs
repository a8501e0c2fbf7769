using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Emulator.Filters;
using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Simulation.Lives;

/// <summary>Short texts for the trace, and rules as texts that can be compared.</summary>
internal static class LifeText
{
    public static string Of(TrafficMirrorFilterStatus? status)
    {
        if (status is null) return "no status";
        var ready = Conditions.Find(status.Conditions, ConditionTypes.Ready);
        var operation = status.Operation is { } op
            ? $" op#{op.Sequence} {op.Verb} by {op.Holder} try {op.Attempts}{(op.AcceptedAt is null ? "" : " accepted")}" : "";
        return $"{status.TrafficMirrorFilterId} Ready={ready?.Status}/{ready?.Reason} {status.Filter?.Status}{operation}";
    }

    /// <summary>What a rule of the cloud says.</summary>
    public static string Of(RuleSeed rule)
    {
        var ports = rule.Protocol is Emulator.Filters.RuleProtocol.Tcp or Emulator.Filters.RuleProtocol.Udp;
        return string.Join(
            ' ', rule.Action == Emulator.Filters.RuleAction.Accept ? "accept" : "drop", rule.Protocol.ToString().ToUpperInvariant(),
            rule.SourceCidrBlock, rule.DestinationCidrBlock, ports ? rule.SourcePortRange : PortRange.All,
            ports ? rule.DestinationPortRange : PortRange.All);
    }

    /// <summary>The same of a declared rule.</summary>
    public static string Of(RuleSpec rule)
    {
        var content = rule.Content();
        return string.Join(
            ' ', content.ActionText, content.ProtocolText, content.Source, content.Destination, content.SourcePorts,
            content.DestinationPorts);
    }
}
