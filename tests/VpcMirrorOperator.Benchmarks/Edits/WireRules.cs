using VpcMirrorOperator.AlibabaCloud.Vpc;
using VpcMirrorOperator.Api.TrafficMirrorFilters;

namespace VpcMirrorOperator.Benchmarks.Edits;

/// <summary>Declared rules as the API takes them.</summary>
internal static class WireRules
{
    private const string All = "0.0.0.0/0";

    public static IReadOnlyList<NewFilterRule> Of(IEnumerable<RuleSpec> rules) => [.. rules.Select(rule => new NewFilterRule
    {
        Action = rule.Action == RuleAction.Accept ? "accept" : "drop", Protocol = rule.Protocol == RuleProtocol.Tcp ? "TCP" : "UDP",
        SourceCidrBlock = All, DestinationCidrBlock = All, SourcePortRange = "-1/-1", DestinationPortRange = rule.DestinationPortRange,
        Priority = rule.Priority,
    })];
}
