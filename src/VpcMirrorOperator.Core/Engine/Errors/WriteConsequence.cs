namespace VpcMirrorOperator.Engine.Errors;

/// <summary>
/// What a definite refusal means for the write that got it. After a write whose outcome is unknown, the object is observed first.
/// </summary>
internal enum WriteConsequence
{
    /// <summary>It had no effect and may be repeated as it is.</summary>
    Repeat,

    /// <summary>One of its ids is at fault.</summary>
    BlameItem,

    /// <summary>The cloud object takes no more; with several ids, it may take fewer at a time.</summary>
    TooMany,

    /// <summary>A parameter is refused; with several ids, there may be too many, or one of them is at fault.</summary>
    BadParameter,

    /// <summary>It must not be repeated with its token: plan anew.</summary>
    PlanAnew,

    /// <summary>
    /// Nobody knows what the code means. With several ids, one of them may be at fault; with one, the next decides whether it is.
    /// </summary>
    Unclear,

    /// <summary>No id is at fault, and repeating does not help before a user has acted.</summary>
    NeedsUser,
}
