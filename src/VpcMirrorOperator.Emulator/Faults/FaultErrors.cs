namespace VpcMirrorOperator.Emulator;

/// <summary>The answer that a fault gives, with the rule's own status and code where it has them.</summary>
internal static class FaultErrors
{
    internal static ApiError For(FaultRule rule, ApiCall call)
    {
        var usual = Usual(rule, call);
        return usual with
        {
            Status = rule.Status ?? usual.Status,
            Code = rule.Code ?? usual.Code,
            RetryAfterMs = rule.RetryAfterMs,
        };
    }

    private static ApiError Usual(FaultRule rule, ApiCall call) => rule.Kind switch
    {
        FaultKind.Throttle => ApiErrors.Bad("Throttling.User", "Request was denied due to user flow control."),
        FaultKind.ErrorAfterEffect => new(500, "InternalError", "The request processing has failed due to some unknown error."),
        FaultKind.Conflict => ApiErrors.Bad("OperationConflict", "Another operation on this resource is in progress."),
        FaultKind.Busy => ApiErrors.Bad("SystemBusy", "The system is busy. Please try again later."),
        FaultKind.LockedAccount => ApiErrors.BusinessStatus,
        FaultKind.ServiceNotOpened => ApiErrors.ServiceNotOpened,
        FaultKind.VanishedInterface => ApiErrors.InterfaceNotFound(rule.NetworkInterface ?? call.SourceIds.FirstOrDefault("")),
        _ => new(503, "ServiceUnavailable", "The request has failed due to a temporary failure of the server."),
    };
}
