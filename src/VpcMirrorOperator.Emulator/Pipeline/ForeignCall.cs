using VpcMirrorOperator.Emulator.Actions;
using VpcMirrorOperator.Emulator.Snapshots;
using VpcMirrorOperator.Emulator.State;
using VpcMirrorOperator.Emulator.Wire;


namespace VpcMirrorOperator.Emulator.Pipeline;

/// <summary>A call of the foreign writer: no signature and no faults, but the same checks and the same effects.</summary>
internal static class ForeignCall
{
    internal static ApiCall Build(
        EmulatedCloud cloud, EmulatedAccount account, string action, string region, string sessionId, IEnumerable<string> ids,
        DateTimeOffset now)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["RegionId"] = region,
            ["TrafficMirrorSessionId"] = sessionId,
        };
        foreach (var (index, id) in ids.Index()) parameters[$"TrafficMirrorSourceIds.{index + 1}"] = id;
        return new(cloud, account, action, new(parameters), cloud.NewRequestId(), now);
    }

    internal static EmulatorCall ToLogEntry(ApiCall call, ActionOutcome outcome)
    {
        var response = new EmulatorResponse(outcome.Error?.Status ?? 200, [], outcome.Body);
        var code = outcome.Error?.Code ?? "OK";
        return new AnsweredRequest(response, call, call.Action, call.RequestId, code, outcome.Executed, false, null)
            .ToLogEntry(call.Now) with { Foreign = true };
    }
}
