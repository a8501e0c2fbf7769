using VpcMirrorOperator.Emulator.Sessions;
using VpcMirrorOperator.Emulator.State;
using VpcMirrorOperator.Emulator.Wire;

namespace VpcMirrorOperator.Emulator.Actions;

/// <summary>The checks of the source ids of Add and Remove against the state, in the order of the documented error table.</summary>
internal static class SourceState
{
    internal static ApiError? Check(ApiCall call, EmulatedRegion region, EmulatedSession session, ChangeVerb verb)
    {
        if (InterfaceCheck.Check(call, region, adding: verb == ChangeVerb.Add) is { } missing) return missing;
        if (verb == ChangeVerb.Remove) return call.SourceIds.All(session.Sources.Contains) ? null : CloudErrors.NotASource;
        if (call.SourceIds.Any(session.Sources.Contains)) return CloudErrors.AlreadyASource;
        return SourceLimits.Check(call.Settings, region, session, session.Attributes, call.SourceIds);
    }
}
