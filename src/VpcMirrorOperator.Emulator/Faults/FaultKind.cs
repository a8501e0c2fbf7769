namespace VpcMirrorOperator.Emulator.Faults;

/// <summary>What a fault does to a call.</summary>
public enum FaultKind
{
    /// <summary>400 <c>Throttling.User</c>, with <c>x-acs-retry-after</c> if the rule has one. Nothing happens.</summary>
    Throttle,

    /// <summary>The rule's status and code (503 <c>ServiceUnavailable</c> by default). Nothing happens.</summary>
    Error,

    /// <summary>The call takes effect, then the rule's status and code (500 <c>InternalError</c> by default).</summary>
    ErrorAfterEffect,

    /// <summary>The connection ends without an answer. Nothing happens.</summary>
    DropBeforeEffect,

    /// <summary>The call takes effect, then the connection ends without an answer.</summary>
    DropAfterEffect,

    /// <summary>400 <c>OperationConflict</c>. Nothing happens.</summary>
    Conflict,

    /// <summary>400 <c>SystemBusy</c>. Nothing happens.</summary>
    Busy,

    /// <summary>400 <c>IncorrectBusinessStatus.TrafficMirror</c>. Nothing happens.</summary>
    LockedAccount,

    /// <summary>400 <c>OptInRequired.TrafficMirror</c>. Nothing happens.</summary>
    ServiceNotOpened,

    /// <summary>400 <c>ResourceNotFound.NetworkInterface</c> for calls with the rule's interface (for any, without one).
    /// Nothing happens.</summary>
    VanishedInterface,
}
