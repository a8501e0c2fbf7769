using VpcMirrorOperator.Emulator.Actions;
using VpcMirrorOperator.Emulator.Faults;
using VpcMirrorOperator.Emulator.Signatures;
using VpcMirrorOperator.Emulator.State;
using VpcMirrorOperator.Emulator.Wire;




namespace VpcMirrorOperator.Emulator.Pipeline;

/// <summary>The way of a request: decode, authenticate, route, faults before, action, faults after, answer.</summary>
internal sealed class ApiGateway(EmulatedCloud cloud, SignatureCheck signatures, EmulatorFaults faults)
{
    internal AnsweredRequest Handle(EmulatorRequest raw, DateTimeOffset now)
    {
        var requestId = cloud.NewRequestId();
        var (request, error) = WireRequest.Decode(raw);
        if (error is not null) return Refuse(error, request, requestId, null, "");

        var signed = signatures.Check(request, now);
        if (signed.Account is null) return Refuse(signed.Error!, request, requestId, null, signed.Action);
        var call = new ApiCall(cloud, signed.Account, signed.Action, new(request.Parameters), requestId, now)
        {
            Version = signed.Version,
        };
        return ApiActions.Exists(signed.Action, signed.Version)
            ? Run(call, request)
            : Refuse(CloudErrors.InvalidApi, request, requestId, call, signed.Action);
    }

    private AnsweredRequest Run(ApiCall call, WireRequest request)
    {
        if (TakeFault(call, afterEffect: false) is { } before) return Fail(before, call, request);
        var outcome = ApiActions.Run(call);
        if (outcome.Error is not null) return Refuse(outcome.Error, request, call.RequestId, call, call.Action);
        if (TakeFault(call, afterEffect: true) is { } after)
            return Fail(after, call, request) with { Executed = outcome.Executed, Replayed = outcome.Replayed };
        var requestId = outcome.RequestId ?? call.RequestId;
        var response = ReplyWriter.Success(outcome.Body, request, call.Action, requestId);
        return new(response, call, call.Action, requestId, "OK", outcome.Executed, outcome.Replayed, null);
    }

    private FaultRule? TakeFault(ApiCall call, bool afterEffect) => faults.IsEmpty ? null : faults.Take(call.ToFaultTarget(), afterEffect);

    private static AnsweredRequest Fail(FaultRule fault, ApiCall call, WireRequest request) => fault.Drops
        ? new(EmulatorResponse.Dropped, call, call.Action, call.RequestId, "ConnectionDropped", false, false, fault)
        : Refuse(FaultErrors.For(fault), request, call.RequestId, call, call.Action) with { Fault = fault };

    private static AnsweredRequest Refuse(ApiError error, WireRequest request, string requestId, ApiCall? call, string action) =>
        new(ReplyWriter.Failure(error, request, requestId), call, action, requestId, error.Code, false, false, null);
}
