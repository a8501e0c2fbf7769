using VpcMirrorOperator.Emulator.Sessions;
using VpcMirrorOperator.Emulator.State;
using VpcMirrorOperator.Emulator.Wire;

namespace VpcMirrorOperator.Emulator.Actions;

/// <summary>AddSourcesToTrafficMirrorSession and RemoveSourcesFromTrafficMirrorSession: check everything, then all ids or none.</summary>
internal static class SourceWrite
{
    internal static ActionOutcome Run(ApiCall call, ChangeVerb verb) => CheckedWrite.Run(call, reader =>
    {
        reader.Required("TrafficMirrorSessionId");
        if (call.SourceIds.IsEmpty) reader.Fail(CloudErrors.Missing("TrafficMirrorSourceIds"));
        CheckedWrite.CheckToken(reader);
        reader.Fail(SourceParameters.Check(call, verb));
        return region => Check(call, region, verb);
    });

    private static WritePlan Check(ApiCall call, EmulatedRegion region, ChangeVerb verb)
    {
        var (session, error) = Writable.Session(call, region, call.SessionId);
        if (error is not null) return error;
        if (SourceState.Check(call, region, session!, verb) is { } refusal) return refusal;
        return WritePlan.Do(() =>
            session!.Begin(ChangeTiming.Schedule(call.Cloud, verb, call.SourceIds, call.Now), call.Now, call.Settings.ApplyAt));
    }
}
