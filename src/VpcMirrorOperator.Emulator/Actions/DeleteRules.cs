using System.Collections.Immutable;
using VpcMirrorOperator.Emulator.Filters;
using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.State;
using VpcMirrorOperator.Emulator.Wire;

namespace VpcMirrorOperator.Emulator.Actions;

/// <summary>DeleteTrafficMirrorFilterRules: all rules or none. Each is Deleting, then gone; the filter Modifying meanwhile.</summary>
internal static class DeleteRules
{
    /// <summary>The gateway's bound on lists of ids.</summary>
    private const int Most = 128;

    internal static ActionOutcome Run(ApiCall call) => CheckedWrite.Run(call, reader =>
    {
        var id = reader.Required("TrafficMirrorFilterId");
        var rules = reader.RequiredList("TrafficMirrorFilterRuleIds", Most);
        if (rules.Distinct(StringComparer.Ordinal).Count() < rules.Length)
            reader.Fail(CloudErrors.Illegal("TrafficMirrorFilterRuleIds", "it contains duplicate values"));
        return region => Check(call, region, id, rules);
    });

    private static WritePlan Check(ApiCall call, EmulatedRegion region, string id, ImmutableArray<string> ids)
    {
        var (filter, error) = Writable.Filter(call, region, id);
        if (error is not null) return error;
        var rules = filter!.Rules.Where(rule => ids.Contains(rule.Id)).ToList();
        if (rules.Count < ids.Length) return CloudErrors.RuleNotFound;
        if (rules.Exists(rule => rule.Status != FilterStatus.Created)) return CloudErrors.RuleStatus;
        return WritePlan.Do(() =>
        {
            var change = ChangeTiming.Schedule<RuleUpdate>(call.Cloud, null, call.Now);
            foreach (var rule in rules) rule.Begin(change);
            filter.Advance(call.Now, call.Settings.ApplyAt);
        });
    }
}
