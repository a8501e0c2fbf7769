using VpcMirrorOperator.Kubernetes.Lists;

namespace VpcMirrorOperator.Cloud;

/// <summary>
/// The sessions of a region that somebody asks about now and then, in the order in which their objects come next in the queue: those that
/// were never read, as they were announced, before those that were, the longest ago first.
/// </summary>
/// <remarks>Not thread-safe: every call comes under the reader's lock.</remarks>
internal sealed class KnownSessions
{
    private readonly Dictionary<string, KnownSession> _byId = new(StringComparer.Ordinal);
    private readonly ListOf<KnownSession> _unread = new();
    private readonly ListOf<KnownSession> _read = new();

    /// <summary>A session; one that is new comes last.</summary>
    public KnownSession this[string id]
    {
        get
        {
            if (_byId.TryGetValue(id, out var known)) return known;
            _byId[id] = known = new KnownSession(id);
            _unread.AddLast(known);
            return known;
        }
    }

    /// <summary>A session, if it is known.</summary>
    public KnownSession? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Takes what was read of a session. One that was forgotten meanwhile stays so.</summary>
    public void Read(string id, SessionSnapshot snapshot)
    {
        if (!_byId.TryGetValue(id, out var known)) return;
        known.Snapshot = snapshot;
        known.List!.Remove(known);
        _read.AddLast(known);
    }

    public void Forget(string id)
    {
        if (_byId.Remove(id, out var known)) known.List!.Remove(known);
    }

    /// <summary>Those that were never read, or are half way to being too old.</summary>
    public IEnumerable<string> Due(DateTimeOffset now)
    {
        for (var session = _unread.First; session is not null; session = session.After) yield return session.Id;
        for (var session = _read.First; session is not null; session = session.After)
            if (session.IsHalfWay(now)) yield return session.Id;
    }
}
