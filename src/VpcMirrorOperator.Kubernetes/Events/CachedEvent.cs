using VpcMirrorOperator.Kubernetes.Client;

namespace VpcMirrorOperator.Kubernetes.Events;

/// <summary>One event of the cache: where it is stored, and how often it has happened.</summary>
internal sealed class CachedEvent(ResourcePath path, DateTimeOffset first)
{
    /// <summary>Where the event is stored.</summary>
    public ResourcePath Path { get; } = path;

    public DateTimeOffset First { get; } = first;

    public int Count { get; private set; } = 1;

    public DateTimeOffset Last { get; private set; } = first;

    /// <summary>The count that the server knows; zero when the event is not stored yet.</summary>
    public int Written { get; private set; }

    public DateTimeOffset WrittenAt { get; private set; } = first;

    public bool IsDirty => Count > Written;

    public void Repeated(DateTimeOffset now) => (Count, Last) = (Count + 1, now);

    public void Saved(DateTimeOffset now) => (Written, WrittenAt) = (Count, now);
}
