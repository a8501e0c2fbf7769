using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.State;

namespace VpcMirrorOperator.Emulator.Actions;

/// <summary>UpdateTrafficMirrorFilterAttribute: name and description; Modifying, then Created.</summary>
internal static class UpdateFilter
{
    internal static ActionOutcome Run(ApiCall call) => CheckedWrite.Run(call, reader =>
    {
        var id = reader.Required("TrafficMirrorFilterId");
        var update = new FilterUpdate(reader.Label("TrafficMirrorFilterName", 128), reader.Label("TrafficMirrorFilterDescription", 256));
        return region => Check(call, region, id, update);
    });

    private static WritePlan Check(ApiCall call, EmulatedRegion region, string id, FilterUpdate update)
    {
        var (filter, error) = Writable.Filter(call, region, id);
        return error is not null ? error : WritePlan.Do(() =>
        {
            filter!.Begin(ChangeTiming.Schedule(call.Cloud, update, call.Now));
            filter.Advance(call.Now, call.Settings.ApplyAt);
        });
    }
}
