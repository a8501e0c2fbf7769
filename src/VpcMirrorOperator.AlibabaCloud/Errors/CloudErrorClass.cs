namespace VpcMirrorOperator.AlibabaCloud.Errors;

/// <summary>What a caller should do about a failed call.</summary>
public enum CloudErrorClass
{
    /// <summary>The resource is busy with something else: look again soon, nothing is wrong.</summary>
    Wait,

    /// <summary>A passing failure: try again with back-off.</summary>
    Retry,

    /// <summary>Somebody must act (rights, quota, payment, activation, a missing session). Try again slowly, it may be mended.</summary>
    UserAction,

    /// <summary>The wanted effect is there already, at least for some of the ids: read again and recompute.</summary>
    AlreadyDone,

    /// <summary>The request itself is refused; with several ids, one of them may be the culprit.</summary>
    BadRequest,
}
