namespace VpcMirrorOperator.Engine.Operations;

/// <summary>What is known of the operation in <c>status.operation</c>.</summary>
public enum OperationProgress
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>It took effect: the settled cloud object shows it, or has moved on since.</summary>
    Finished,

    /// <summary>It will not take effect any more: refused, or its cloud object is gone.</summary>
    Void,

    /// <summary>The cloud carries it out.</summary>
    Running,

    /// <summary>The cloud has been at it for longer than the limit.</summary>
    TimedOut,

    /// <summary>The outcome is unknown and a call of another process may be on its way.</summary>
    HeldByOther,

    /// <summary>Its effect shows, or nothing can come of it any more, and yet a call of it may be on its way.</summary>
    Landing,

    /// <summary>The outcome is unknown: nothing shows that the cloud ever got the call.</summary>
    Unknown,

    /// <summary>The outcome is unknown, a call may be on its way, and nobody wants it any more.</summary>
    Unwanted,
}
