using VpcMirrorOperator.Emulator.State;
using VpcMirrorOperator.Emulator.Wire;

namespace VpcMirrorOperator.Emulator.Actions;

/// <summary>What a write that was checked against the state comes to: a refusal, or the effect.</summary>
/// <param name="Error">The refusal, or null.</param>
/// <param name="Effect">Carries the write out and gives the body of its answer for a request id.</param>
internal readonly record struct WritePlan(ApiError? Error, Func<Func<string, byte[]>>? Effect)
{
    public static implicit operator WritePlan(ApiError error) => new(error, null);

    /// <summary>A write whose answer is the request id only.</summary>
    internal static WritePlan Do(Action effect) => new(null, () =>
    {
        effect();
        return ApiJson.WriteAccepted;
    });

    internal static WritePlan Answer(Func<Func<string, byte[]>> effect) => new(null, effect);
}

/// <summary>
/// The way of every write: parameters, ClientToken, region, service, state, dry run, effect. A known token is answered before the
/// state is checked: a repeat must not fail because its own first call is still in progress.
/// </summary>
internal static class CheckedWrite
{
    private const int LongestToken = 64;

    /// <param name="call">The call.</param>
    /// <param name="read">Reads the parameters, and gives the check against the state.</param>
    internal static ActionOutcome Run(ApiCall call, Func<ParameterReader, Func<EmulatedRegion, WritePlan>> read)
    {
        var reader = new ParameterReader(call.Parameters);
        var dryRun = reader.Flag("DryRun");
        reader.Required("RegionId");
        var check = read(reader);
        CheckToken(reader);
        if (reader.Error is { } wrong) return ActionOutcome.Refused(wrong);
        if (Known(call) is { } answer) return answer;

        var (region, error) = call.FindRegion();
        if (error is null && !region!.ServiceOpened) error = CloudErrors.ServiceNotOpened;
        if (error is not null) return ActionOutcome.Refused(error);
        region!.Advance(call.Now, call.Settings.ApplyAt);
        var plan = check(region);
        if ((plan.Error ?? (dryRun == true ? CloudErrors.DryRunPassed : null)) is { } refusal) return ActionOutcome.Refused(refusal);
        return Execute(call, plan.Effect!);
    }

    /// <summary>Carries a write out and remembers its answer for a repeat.</summary>
    internal static ActionOutcome Execute(ApiCall call, Func<Func<string, byte[]>> effect)
    {
        var body = effect();
        if (call.Parameters.Text("ClientToken") is { } token)
            call.Cloud.Tokens.Remember(Key(call, token), new(Fingerprint(call), call.RequestId, call.Now, body));
        return new(body(call.RequestId), Executed: true);
    }

    /// <summary>The answer to a call whose token is known; null for a new one.</summary>
    internal static ActionOutcome? Known(ApiCall call)
    {
        if (call.Parameters.Text("ClientToken") is not { } token) return null;
        if (call.Cloud.Tokens.Find(Key(call, token), call.Now, call.Settings.TokenLifetime) is not { } first) return null;
        if (first.Fingerprint != Fingerprint(call)) return ActionOutcome.Refused(CloudErrors.TokenMismatch);
        if (call.Now < first.At + call.Settings.TokenProcessing) return ActionOutcome.Refused(CloudErrors.TokenProcessing);
        var requestId = call.Settings.ReplayKeepsRequestId ? first.RequestId : call.RequestId;
        return new(first.Body(requestId), Replayed: true, RequestId: requestId);
    }

    internal static void CheckToken(ParameterReader reader)
    {
        if (reader.Text("ClientToken", LongestToken)?.All(char.IsAscii) == false)
            reader.Fail(CloudErrors.Illegal("ClientToken", $"it must be at most {LongestToken} ASCII characters"));
    }

    private static TokenKey Key(ApiCall call, string token) => new(call.Account.Name, call.RegionId, call.Action, token);

    /// <summary>DryRun=false asks for the same as no DryRun at all.</summary>
    private static string Fingerprint(ApiCall call) =>
        call.Parameters.Flag("DryRun").Value == true ? call.Parameters.Fingerprint() : call.Parameters.Fingerprint("DryRun");
}
