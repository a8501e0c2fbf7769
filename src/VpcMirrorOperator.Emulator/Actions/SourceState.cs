namespace VpcMirrorOperator.Emulator;

/// <summary>The checks of Add and Remove against the service's state, in the order of the documented error table.</summary>
internal static class SourceState
{
    internal static (MirrorSession? Session, ApiError? Error) Check(ApiCall call, SourceVerb verb)
    {
        var (region, error) = call.FindRegion();
        if (error is not null) return (null, error);
        if (!region!.ServiceOpened) return (null, ApiErrors.ServiceNotOpened);
        if (region.Find(call.SessionId, call.Now, call.Settings.ApplyAt) is not { } session)
            return (null, ApiErrors.SessionNotFound(call.SessionId));
        return (session, CheckSession(session) ?? CheckInterfaces(call) ?? CheckSources(call, session, verb));
    }

    private static ApiError? CheckSession(MirrorSession session)
    {
        if (session.Attributes.BusinessStatus != BusinessStatus.Normal) return ApiErrors.BusinessStatus;
        return session.Status == SessionStatus.Created ? null : ApiErrors.SessionStatus(session.Id, session.Status);
    }

    private static ApiError? CheckInterfaces(ApiCall call)
    {
        var interfaces = call.World.NetworkInterfaces;
        return call.SourceIds.Select(interfaces.Check).FirstOrDefault(error => error is not null);
    }

    private static ApiError? CheckSources(ApiCall call, MirrorSession session, SourceVerb verb)
    {
        var sources = session.Sources;
        if (verb == SourceVerb.Remove)
            return call.SourceIds.FirstOrDefault(id => !sources.Contains(id)) is { } absent ? ApiErrors.NotASource(absent) : null;
        if (call.SourceIds.FirstOrDefault(sources.Contains) is { } present) return ApiErrors.AlreadyASource(present);
        return call.Settings.MaxSourcesPerSession is { } limit && sources.Count + call.SourceIds.Length > limit
            ? ApiErrors.SessionFull(limit)
            : null;
    }
}
