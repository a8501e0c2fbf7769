namespace VpcMirrorOperator.Kubernetes.Client;

/// <summary>What a watch reports. An ERROR event is an exception instead.</summary>
internal enum WatchEventType
{
    /// <summary>The object is new, or has begun to match the selector.</summary>
    Added,

    /// <summary>The object has changed.</summary>
    Modified,

    /// <summary>The object is gone, or has ceased to match the selector; its last state is given.</summary>
    Deleted,

    /// <summary>Nothing happened up to a new version.</summary>
    Bookmark,
}
