using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Informers;

/// <summary>
/// The beginning of a watch that sends all objects first. A server that knows nothing of that sends events as well, but never says that
/// they are all: it is told by a bookmark without the mark, or by silence.
/// </summary>
internal sealed class InitialEvents<T>(IncomingList<T> list, Func<T, ObjectMeta> metaOf, TimeProvider time) : IDisposable
    where T : class
{
    /// <summary>Longer than a server collects its state, which is 3 s, and a large object takes.</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _silence = new(Timeout.InfiniteTimeSpan, time);

    /// <summary>Whether the server has begun to answer.</summary>
    public bool IsAnswered { get; private set; }

    /// <summary>The version of the state, once it is complete.</summary>
    public string? Version { get; private set; }

    /// <summary>Why the server does not seem to know initial events; null as long as it may.</summary>
    public string? Doubt { get; private set; }

    /// <summary>Cancelled when the server has been silent for too long.</summary>
    public CancellationToken Silence => _silence.Token;

    /// <summary>To be called at any sign of life. Only the first, the answer itself, counts: others are those of the connection.</summary>
    public void OnActivity()
    {
        if (!IsAnswered) _silence.CancelAfter(LongestSilence);
        IsAnswered = true;
    }

    /// <summary>One of the initial events, a change between them, or their end.</summary>
    public void Take(WatchEvent<T> change)
    {
        _silence.CancelAfter(change.EndsInitialEvents ? Timeout.InfiniteTimeSpan : LongestSilence);
        if (change.EndsInitialEvents) Version = change.Bookmark!.ResourceVersion;
        else if (change.Bookmark is not null) Doubt = "a bookmark came before their end";
        else if (change.Type == WatchEventType.Deleted) list.Delete(change.Undecodable?.Meta ?? metaOf(change.Value!));
        else if (change.Value is { } value) list.Add(value, isNew: change.Type == WatchEventType.Added);
        else list.Keep(change.Undecodable!);
    }

    public void Dispose() => _silence.Dispose();
}
