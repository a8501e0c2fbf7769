using VpcMirrorOperator.Emulator.Sessions;
using VpcMirrorOperator.Emulator.State;
using VpcMirrorOperator.Emulator.Wire;




namespace VpcMirrorOperator.Emulator.Actions;

/// <summary>
/// AddSourcesToTrafficMirrorSession and RemoveSourcesFromTrafficMirrorSession: check everything, then all ids or none.
/// A known token is answered before the session is checked: a repeat must not fail because its own first call is still in progress.
/// </summary>
internal static class SourceWrite
{
    internal static ActionOutcome Run(ApiCall call, ChangeVerb verb)
    {
        var (dryRun, error) = call.Parameters.Flag("DryRun");
        error ??= SourceParameters.Check(call, verb);
        if (error is not null) return ActionOutcome.Refused(error);
        if (Known(call) is { } answer) return answer;

        var (session, refusal) = SourceState.Check(call, verb);
        if (refusal is not null) return ActionOutcome.Refused(refusal);
        if (dryRun == true) return ActionOutcome.Refused(CloudErrors.DryRunPassed);
        session!.Begin(ChangeTiming.Schedule(call.Cloud, verb, call.SourceIds, call.Now), call.Now, call.Settings.ApplyAt);
        if (call.Parameters.Text("ClientToken") is { } token)
            call.Cloud.Tokens.Remember(Key(call, token), new(Fingerprint(call), call.RequestId, call.Now));
        return new(ApiJson.WriteAccepted(call.RequestId), Executed: true);
    }

    private static ActionOutcome? Known(ApiCall call)
    {
        if (call.Parameters.Text("ClientToken") is not { } token) return null;
        if (call.Cloud.Tokens.Find(Key(call, token), call.Now, call.Settings.TokenLifetime) is not { } first) return null;
        if (first.Fingerprint != Fingerprint(call)) return ActionOutcome.Refused(CloudErrors.TokenMismatch);
        if (call.Now < first.At + call.Settings.TokenProcessing) return ActionOutcome.Refused(CloudErrors.TokenProcessing);
        var requestId = call.Settings.ReplayKeepsRequestId ? first.RequestId : call.RequestId;
        return new(ApiJson.WriteAccepted(requestId), Replayed: true, RequestId: requestId);
    }

    private static TokenKey Key(ApiCall call, string token) => new(call.Account.Name, call.RegionId, call.Action, token);

    /// <summary>DryRun=false asks for the same as no DryRun at all.</summary>
    private static string Fingerprint(ApiCall call) =>
        call.Parameters.Flag("DryRun").Value == true ? call.Parameters.Fingerprint() : call.Parameters.Fingerprint("DryRun");
}
