using VpcMirrorOperator.Emulator.Filters;
using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.State;
using VpcMirrorOperator.Emulator.Wire;

namespace VpcMirrorOperator.Emulator.Actions;

/// <summary>DeleteTrafficMirrorFilter, with its rules; refused while a session uses it or one of its rules changes.</summary>
internal static class DeleteFilter
{
    internal static ActionOutcome Run(ApiCall call) => CheckedWrite.Run(call, reader =>
    {
        var id = reader.Required("TrafficMirrorFilterId");
        return region => Check(call, region, id);
    });

    private static WritePlan Check(ApiCall call, EmulatedRegion region, string id)
    {
        var (filter, error) = Writable.Filter(call, region, id);
        if (error is not null) return error;
        if (filter!.Rules.Any(rule => rule.Status != FilterStatus.Created)) return CloudErrors.RuleStatus;
        if (region.Sessions.FirstOrDefault(s => s.FilterToCome == id || s.Attributes.FilterId == id) is { } user)
            return CloudErrors.Bad(call.Settings.FilterInUseCode, $"The traffic mirror filter is used by session {user.Id}.");
        return WritePlan.Do(() =>
        {
            filter.Begin(ChangeTiming.Schedule<FilterUpdate>(call.Cloud, null, call.Now));
            region.Filters.Advance(call.Now, call.Settings.ApplyAt);
        });
    }
}
