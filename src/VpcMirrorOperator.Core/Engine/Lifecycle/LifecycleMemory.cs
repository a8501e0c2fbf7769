namespace VpcMirrorOperator.Engine.Lifecycle;

/// <summary>
/// What a process remembers while it looks for the thing of one object (rule S3). To forget it costs time: the looks begin anew.
/// </summary>
internal sealed record LifecycleMemory
{
    /// <summary>Nothing looked for yet. One for all objects.</summary>
    public static readonly LifecycleMemory None = new();

    /// <summary>
    /// Whether this process put the finalizer on the object, which had none and no record: nothing was ever attempted in this life of it.
    /// </summary>
    public bool IsFresh { get; init; }

    /// <summary>The latest attempt of a Create that this process made: the status may be an older one by now.</summary>
    public DateTimeOffset? LastCreateAt { get; init; }

    /// <summary>When the first list by mark that showed nothing was started.</summary>
    public DateTimeOffset? FirstLookAt { get; init; }

    /// <summary>When the first list that did not show the recorded id was started.</summary>
    public DateTimeOffset? GoneSince { get; init; }

    /// <summary>
    /// When the thing was first seen without a mark, by an object that wants to delete it, or has no record of having made it.
    /// </summary>
    public DateTimeOffset? UnmarkedSince { get; init; }
}
