namespace VpcMirrorOperator.Engine.Errors;

/// <summary>What to do about a failed call, read or write.</summary>
internal enum CloudErrorClass
{
    /// <summary>The cloud is busy with this object: observe it again soon, nothing is wrong.</summary>
    Wait,

    /// <summary>A temporary failure: try again with back-off.</summary>
    Retry,

    /// <summary>The wanted effect is there already, at least for some of the ids: observe again and recompute.</summary>
    AlreadyDone,

    /// <summary>The request itself is refused.</summary>
    BadRequest,

    /// <summary>Somebody must act (rights, quota, payment). Try again slowly, so that it goes on once that is done.</summary>
    UserAction,
}
