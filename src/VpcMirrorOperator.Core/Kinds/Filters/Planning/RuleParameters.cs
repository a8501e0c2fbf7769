using System.Globalization;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Cloud;

namespace VpcMirrorOperator.Kinds.Filters.Planning;

/// <summary>
/// Rules as the parameters of the calls that make and change them, under the API's names, and back. An update has only what changes: what
/// is
/// absent stays as it is (API page of UpdateTrafficMirrorFilterRuleAttribute).
/// </summary>
internal static class RuleParameters
{
    private const string Priority = "Priority";
    private const string Protocol = "Protocol";
    private const string Source = "SourceCidrBlock";
    private const string Destination = "DestinationCidrBlock";
    private const string SourcePorts = "SourcePortRange";
    private const string DestinationPorts = "DestinationPortRange";

    /// <summary>The action has another name in the call that changes a rule.</summary>
    private const string RuleAction = "RuleAction";
    private const string Action = "Action";

    /// <summary>The parameters of a call that makes rules.</summary>
    public static Dictionary<string, string> Of(IEnumerable<(RuleDirection Direction, int Priority, RuleContent Content)> rules)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var list in rules.GroupBy(rule => rule.Direction))
            foreach (var (index, rule) in list.Index())
            {
                var prefix = Prefix(rule.Direction, index + 1);
                parameters[prefix + Priority] = Number(rule.Priority);
                parameters[prefix + "IpVersion"] = "IPv4";
                foreach (var (name, value) in Fields(rule.Content, Action)) parameters[prefix + name] = value;
            }

        return parameters;
    }

    /// <summary>The parameters of a call that changes a rule.</summary>
    public static Dictionary<string, string> Of(ObservedRule rule, int priority, RuleContent content)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        if (rule.Priority != priority) parameters[Priority] = Number(priority);
        foreach (var ((name, before), (_, after)) in Fields(rule.Content!.Value, RuleAction).Zip(Fields(content, RuleAction)))
            if (before != after) parameters[name] = after;
        return parameters;
    }

    /// <summary>The rule after a call that changes it.</summary>
    public static ObservedRule Updated(ObservedRule rule, OperationState operation)
    {
        if (rule.Content is not { } old || operation.Parameters is not { } changed) return rule;
        return rule with
        {
            Priority = changed.TryGetValue(Priority, out var number) ? Parse(number) : rule.Priority,
            Content = Content(name => changed.GetValueOrDefault(name), RuleAction, old),
        };
    }

    /// <summary>The number that a call gives a rule; null when it keeps its own.</summary>
    public static int? NewPriority(OperationState operation) =>
        operation.Parameters?.TryGetValue(Priority, out var number) == true ? Parse(number) : null;

    /// <summary>The rules that a call makes; their ids are not known yet.</summary>
    public static IEnumerable<ObservedRule> Created(OperationState operation)
    {
        if (operation.Parameters is not { } made) yield break;
        foreach (var direction in DirectionText.Both)
            for (var i = 1; made.TryGetValue(Prefix(direction, i) + Priority, out var number); i++)
            {
                var prefix = Prefix(direction, i);
                var content = Content(name => made.GetValueOrDefault(prefix + name), Action, default);
                yield return new ObservedRule("", direction, Parse(number), content, IsSettled: true);
            }
    }

    /// <summary><c>IngressRules.1.</c></summary>
    private static string Prefix(RuleDirection direction, int index) => string.Create(
        CultureInfo.InvariantCulture, $"{(direction == RuleDirection.Ingress ? "IngressRules" : "EgressRules")}.{index}.");

    private static IEnumerable<(string Name, string Value)> Fields(RuleContent content, string action)
    {
        yield return (action, content.ActionText);
        yield return (Protocol, content.ProtocolText);
        yield return (Source, content.Source.ToString());
        yield return (Destination, content.Destination.ToString());
        yield return (SourcePorts, content.SourcePorts.ToString());
        yield return (DestinationPorts, content.DestinationPorts.ToString());
    }

    private static RuleContent Content(Func<string, string?> value, string action, RuleContent old) => new(
        value(action) switch
        {
            "accept" => Api.TrafficMirrorFilters.RuleAction.Accept,
            "drop" => Api.TrafficMirrorFilters.RuleAction.Drop,
            _ => old.Action,
        },
        value(Protocol) switch
        {
            "ALL" => RuleProtocol.All,
            "ICMP" => RuleProtocol.Icmp,
            "TCP" => RuleProtocol.Tcp,
            "UDP" => RuleProtocol.Udp,
            _ => old.Protocol,
        },
        CidrBlock.TryParse(value(Source), out var from) ? from : old.Source,
        CidrBlock.TryParse(value(Destination), out var to) ? to : old.Destination,
        PortSpan.TryParse(value(SourcePorts), out var fromPorts) ? fromPorts : old.SourcePorts,
        PortSpan.TryParse(value(DestinationPorts), out var toPorts) ? toPorts : old.DestinationPorts);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static int Parse(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0;
}
