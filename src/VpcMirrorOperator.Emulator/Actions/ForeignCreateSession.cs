using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.State;
using VpcMirrorOperator.Emulator.Wire;

namespace VpcMirrorOperator.Emulator.Actions;

/// <summary>
/// CreateTrafficMirrorSession by another client. The session is listed as Creating at once, and as Created after the time that a
/// change takes. The caller gives the id, so that a test knows it. Priority and filter are not checked: they have defaults in a seed.
/// </summary>
internal static class ForeignCreateSession
{
    internal static ActionOutcome Run(ApiCall call, SessionSeed session)
    {
        var (region, error) = call.FindRegion();
        if ((error ?? Check(call, region!, session)) is { } refusal) return ActionOutcome.Refused(refusal);
        var created = session with { CreatedIn = session.CreatedIn ?? ChangeTiming.Duration(call.Cloud) };
        return new(ApiJson.WriteAccepted(call.RequestId), Executed: region!.TryCreate(created, call.Now));
    }

    private static ApiError? Check(ApiCall call, EmulatedRegion region, SessionSeed session)
    {
        if (!region.ServiceOpened) return CloudErrors.ServiceNotOpened;
        if (InterfaceCheck.Check(call, region, adding: true) is { } missing) return missing;
        region.Advance(call.Now, call.Settings.ApplyAt);
        return SourceLimits.Check(call.Settings, region, null, session, call.SourceIds);
    }
}
