using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.State;
using VpcMirrorOperator.Emulator.Wire;

namespace VpcMirrorOperator.Emulator.Actions;

/// <summary>UpdateTrafficMirrorSessionAttribute: everything but sources, tags and resource group; Modifying, then Created.</summary>
internal static class UpdateSession
{
    internal static ActionOutcome Run(ApiCall call) => CheckedWrite.Run(call, reader =>
    {
        var id = reader.Required("TrafficMirrorSessionId");
        var update = SessionParameters.Read(reader);
        if (update.TargetId is null != update.TargetType is null)
            reader.Fail(CloudErrors.Missing(update.TargetId is null ? "TrafficMirrorTargetId" : "TrafficMirrorTargetType"));
        return region => Check(call, region, id, update);
    });

    private static WritePlan Check(ApiCall call, EmulatedRegion region, string id, SessionUpdate update)
    {
        var (session, error) = Writable.Session(call, region, id);
        error ??= Check(call, region, session!, update);
        return error is not null
            ? error
            : WritePlan.Do(() => session!.Begin(ChangeTiming.Schedule(call.Cloud, update, call.Now), call.Now, call.Settings.ApplyAt));
    }

    private static ApiError? Check(ApiCall call, EmulatedRegion region, EmulatedSession session, SessionUpdate update)
    {
        var old = session.Attributes;
        if (update.FilterId is { } filter && filter != old.FilterId
            && SessionChecks.Filter(call, region, session, filter) is { } wrong) return wrong;
        if (update.Priority is { } priority && priority != old.Priority
            && SessionChecks.Priority(call, region, session, priority) is { } taken) return taken;
        if (update.TargetId is null || update.TargetId == old.TargetId) return null;
        return SessionChecks.Target(call, region, update.TargetId, update.TargetType!)
            ?? SourceLimits.Check(call.Settings, region, session, update.ApplyTo(old), []);
    }
}
