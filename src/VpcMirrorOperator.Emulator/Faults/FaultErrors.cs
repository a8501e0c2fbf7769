using VpcMirrorOperator.Emulator.Wire;




namespace VpcMirrorOperator.Emulator.Faults;

/// <summary>The answer that a fault gives, with the rule's own status and code where it has them.</summary>
internal static class FaultErrors
{
    internal static ApiError For(FaultRule rule)
    {
        var usual = Usual(rule.Kind);
        return usual with
        {
            Status = rule.Status ?? usual.Status,
            Code = rule.Code ?? usual.Code,
            RetryAfterMs = rule.RetryAfterMs,
        };
    }

    private static ApiError Usual(FaultKind kind) => kind switch
    {
        FaultKind.Throttle => CloudErrors.Bad("Throttling.User", "Request was denied due to user flow control."),
        FaultKind.ErrorAfterEffect => new(500, "InternalError", "The request processing has failed due to some unknown error."),
        FaultKind.Conflict => CloudErrors.OperationConflict,
        FaultKind.Busy => CloudErrors.Bad("SystemBusy", "The system is busy. Please try again later."),
        FaultKind.LockedAccount => CloudErrors.BusinessStatus,
        FaultKind.ServiceNotOpened => CloudErrors.ServiceNotOpened,
        FaultKind.VanishedInterface => CloudErrors.InterfaceNotFound,
        _ => new(503, "ServiceUnavailable", "The request has failed due to a temporary failure of the server."),
    };
}
