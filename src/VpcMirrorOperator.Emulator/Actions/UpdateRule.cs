using VpcMirrorOperator.Emulator.Filters;
using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.State;
using VpcMirrorOperator.Emulator.Wire;

namespace VpcMirrorOperator.Emulator.Actions;

/// <summary>UpdateTrafficMirrorFilterRuleAttribute: all but direction and family; the rule is Modifying, then Created.</summary>
internal static class UpdateRule
{
    internal static ActionOutcome Run(ApiCall call) => CheckedWrite.Run(call, reader =>
    {
        var id = reader.Required("TrafficMirrorFilterRuleId");
        var update = RuleParameters.ReadUpdate(reader, "", "RuleAction", null);
        return region => Check(call, region, id, update);
    });

    private static WritePlan Check(ApiCall call, EmulatedRegion region, string id, RuleUpdate update)
    {
        var (filter, rule, error) = Writable.Rule(call, region, id);
        error ??= Check(call, filter!, rule!, update);
        return error is not null ? error : WritePlan.Do(() =>
        {
            rule!.Begin(ChangeTiming.Schedule(call.Cloud, Complete(rule.Attributes, update), call.Now));
            rule.Advance(call.Now, call.Settings.ApplyAt);
        });
    }

    private static ApiError? Check(ApiCall call, EmulatedFilter filter, EmulatedRule rule, RuleUpdate update)
    {
        var wanted = update.ApplyTo(rule.Attributes);
        if (update.Protocol is null && wanted.Protocol is RuleProtocol.All or RuleProtocol.Icmp
            && (RuleParameters.Narrow(update.SourcePortRange) || RuleParameters.Narrow(update.DestinationPortRange)))
            return CloudErrors.Illegal("DestinationPortRange", "only rules for TCP and UDP have ports");
        if (wanted.SourceCidrBlock.BaseAddress.AddressFamily != rule.Attributes.SourceCidrBlock.BaseAddress.AddressFamily)
            return CloudErrors.Illegal("SourceCidrBlock", "it must be of the rule's IpVersion");
        if (wanted.DestinationCidrBlock.BaseAddress.AddressFamily != rule.Attributes.DestinationCidrBlock.BaseAddress.AddressFamily)
            return CloudErrors.Illegal("DestinationCidrBlock", "it must be of the rule's IpVersion");
        return RuleParameters.Twice(filter.Rules.Where(other => other != rule).Select(other => other.ToCome).Append(wanted))
            ? CloudErrors.Bad(call.Settings.PriorityTakenCode, "The priority is used by another rule of the same direction.")
            : null;
    }

    /// <summary>A rule that is no longer about TCP or UDP loses its ports.</summary>
    private static RuleUpdate Complete(RuleSeed rule, RuleUpdate update) =>
        (update.Protocol ?? rule.Protocol) is RuleProtocol.Tcp or RuleProtocol.Udp
            ? update
            : update with { SourcePortRange = PortRange.All, DestinationPortRange = PortRange.All };
}
