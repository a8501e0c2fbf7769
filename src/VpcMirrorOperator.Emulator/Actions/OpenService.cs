using VpcMirrorOperator.Emulator.State;
using VpcMirrorOperator.Emulator.Wire;

namespace VpcMirrorOperator.Emulator.Actions;

/// <summary>OpenTrafficMirrorService: at once, for a region, never undone by a call. RegionId is optional, as in the status call.</summary>
internal static class OpenService
{
    internal static ActionOutcome Run(ApiCall call)
    {
        var reader = new ParameterReader(call.Parameters);
        CheckedWrite.CheckToken(reader);
        if (reader.Error is { } wrong) return ActionOutcome.Refused(wrong);
        if (CheckedWrite.Known(call) is { } answer) return answer;
        var (region, error) = call.FindRegionOrFirst();
        if ((error ?? (region!.ServiceOpened ? CloudErrors.AlreadyOpened : null)) is { } refusal) return ActionOutcome.Refused(refusal);
        return CheckedWrite.Execute(call, () => Open(region!));
    }

    private static Func<string, byte[]> Open(EmulatedRegion region)
    {
        region.ServiceOpened = true;
        return requestId => ApiJson.Bytes(new(requestId, "200", "successful"), ApiJson.Default.OpenReply);
    }
}
