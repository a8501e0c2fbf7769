using VpcMirrorOperator.Emulator.Sessions;
using VpcMirrorOperator.Emulator.State;
using VpcMirrorOperator.Emulator.Wire;




namespace VpcMirrorOperator.Emulator.Actions;

/// <summary>The checks of Add and Remove against the service's state, in the order of the documented error table.</summary>
internal static class SourceState
{
    internal static (EmulatedSession? Session, ApiError? Error) Check(ApiCall call, ChangeVerb verb)
    {
        var (region, error) = call.FindRegion();
        if (error is not null) return (null, error);
        if (!region!.ServiceOpened) return (null, CloudErrors.ServiceNotOpened);
        if (region.Find(call.SessionId, call.Now, call.Settings.ApplyAt) is not { } session)
            return (null, CloudErrors.SessionNotFound);
        var refusal = CheckSession(session) ?? InterfaceCheck.Check(call, region, adding: verb == ChangeVerb.Add);
        return (session, refusal ?? CheckSources(call, session, verb));
    }

    private static ApiError? CheckSession(EmulatedSession session)
    {
        if (session.Attributes.BusinessStatus != BusinessStatus.Normal) return CloudErrors.BusinessStatus;
        return session.Status == SessionStatus.Created ? null : CloudErrors.SessionStatus;
    }

    private static ApiError? CheckSources(ApiCall call, EmulatedSession session, ChangeVerb verb)
    {
        var sources = session.Sources;
        if (verb == ChangeVerb.Remove)
            return call.SourceIds.All(sources.Contains) ? null : CloudErrors.NotASource;
        if (call.SourceIds.Any(sources.Contains)) return CloudErrors.AlreadyASource;
        return call.Settings.MaxSourcesPerSession is { } limit && sources.Count + call.SourceIds.Length > limit
            ? CloudErrors.SessionFull(limit)
            : null;
    }
}
