using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Client;

/// <summary>One event of a watch.</summary>
/// <param name="Type">What happened.</param>
/// <param name="Value">The object; null for a bookmark, and when it could not be read.</param>
/// <param name="Bookmark">For a bookmark: metadata with the new version.</param>
/// <param name="Undecodable">When the object could not be read: what is known of it.</param>
internal readonly record struct WatchEvent<T>(
    WatchEventType Type, T? Value, ObjectMeta? Bookmark = null, UndecodableObject? Undecodable = null)
    where T : class
{
    /// <summary>
    /// Whether this is the bookmark after the initial events (<see cref="WatchOptions.SendInitialEvents"/>): the state is complete, and
    /// the watch goes on from the version of the bookmark.
    /// </summary>
    public bool EndsInitialEvents =>
        Bookmark is { ResourceVersion.Length: > 0 } mark
        && mark.Annotations.TryGetValue(WatchOptions.InitialEventsEnd, out var value) && value == "true";
}
