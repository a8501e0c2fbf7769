namespace VpcMirrorOperator.Cloud;

/// <summary>
/// The sessions of a region that somebody asks about now and then, in the order in which their objects come next in the queue: those that
/// were never read, as they were announced, before those that were, the longest ago first.
/// </summary>
/// <remarks>Not thread-safe: every call comes under the reader's lock.</remarks>
internal sealed class KnownSessions
{
    private readonly Dictionary<string, LinkedListNode<KnownSession>> _byId = new(StringComparer.Ordinal);
    private readonly LinkedList<KnownSession> _unread = new();
    private readonly LinkedList<KnownSession> _read = new();

    /// <summary>A session; one that is new comes last.</summary>
    public KnownSession this[string id]
    {
        get
        {
            if (_byId.TryGetValue(id, out var node)) return node.Value;
            _byId[id] = _unread.AddLast(new KnownSession(id));
            return _byId[id].Value;
        }
    }

    /// <summary>A session, if it is known.</summary>
    public KnownSession? Find(string id) => _byId.GetValueOrDefault(id)?.Value;

    /// <summary>Takes what was read of a session. One that was forgotten meanwhile stays so.</summary>
    public void Read(string id, SessionSnapshot snapshot)
    {
        if (!_byId.TryGetValue(id, out var node)) return;
        node.Value.Snapshot = snapshot;
        node.List!.Remove(node);
        _read.AddLast(node);
    }

    public void Forget(string id)
    {
        if (_byId.Remove(id, out var node)) node.List!.Remove(node);
    }

    /// <summary>Those that were never read, or are half way to being too old.</summary>
    public IEnumerable<string> Due(DateTimeOffset now)
    {
        foreach (var session in _unread) yield return session.Id;
        foreach (var session in _read)
            if (session.IsHalfWay(now)) yield return session.Id;
    }
}
