using VpcMirrorOperator.Emulator.State;

namespace VpcMirrorOperator.Emulator.Actions;

/// <summary>DeleteTrafficMirrorSession: Deleting, then no longer listed.</summary>
internal static class DeleteSession
{
    internal static ActionOutcome Run(ApiCall call) => CheckedWrite.Run(call, reader =>
    {
        var id = reader.Required("TrafficMirrorSessionId");
        return region => Check(call, region, id);
    });

    private static WritePlan Check(ApiCall call, EmulatedRegion region, string id)
    {
        var (session, error) = Writable.Session(call, region, id);
        return error is not null ? error : WritePlan.Do(() =>
        {
            session!.Begin(ChangeTiming.ScheduleDeletion(call.Cloud, call.Now), call.Now, call.Settings.ApplyAt);
            region.Advance(call.Now, call.Settings.ApplyAt);
        });
    }
}
