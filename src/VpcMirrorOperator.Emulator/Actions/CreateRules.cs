using VpcMirrorOperator.Emulator.Filters;
using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.State;
using VpcMirrorOperator.Emulator.Wire;

namespace VpcMirrorOperator.Emulator.Actions;

/// <summary>CreateTrafficMirrorFilterRules: all rules or none. Each is Creating, then Created; the filter Modifying meanwhile.</summary>
internal static class CreateRules
{
    internal static ActionOutcome Run(ApiCall call) => CheckedWrite.Run(call, reader =>
    {
        var id = reader.Required("TrafficMirrorFilterId");
        var rules = RuleParameters.Read(reader);
        if (rules.Count == 0) reader.Fail(CloudErrors.Missing("IngressRules"));
        return region => Check(call, region, id, rules);
    });

    private static WritePlan Check(ApiCall call, EmulatedRegion region, string id, List<RuleSeed> rules)
    {
        var (filter, error) = Writable.Filter(call, region, id);
        if (error is not null) return error;
        if (filter!.Rules.Count + rules.Count > call.Settings.MaxRulesPerFilter)
            return CloudErrors.TooManyRules(call.Settings.RuleQuotaCode, call.Settings.MaxRulesPerFilter);
        if (RuleParameters.Twice(filter.Rules.Select(rule => rule.ToCome).Concat(rules)))
            return CloudErrors.Bad(call.Settings.PriorityTakenCode, "The priority is used by another rule of the same direction.");
        return WritePlan.Answer(() => Create(call, filter, rules));
    }

    private static Func<string, byte[]> Create(ApiCall call, EmulatedFilter filter, List<RuleSeed> rules)
    {
        var takes = ChangeTiming.Duration(call.Cloud);
        List<RuleSeed> created = [.. rules.Select(rule => rule with { Id = call.Cloud.NewId("tmr-"), CreatedIn = takes })];
        foreach (var rule in created) filter.Add(new(rule, call.Now));
        filter.Advance(call.Now, call.Settings.ApplyAt);
        return requestId => ApiJson.Bytes(
            new(requestId, Ids(created, TrafficDirection.Ingress), Ids(created, TrafficDirection.Egress)),
            ApiJson.Default.RulesCreatedReply);
    }

    private static List<RuleIdReply> Ids(List<RuleSeed> rules, TrafficDirection direction) =>
        [.. rules.Where(rule => rule.Direction == direction).Select(rule => new RuleIdReply(rule.Id))];
}
