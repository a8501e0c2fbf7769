using System.Collections.Concurrent;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>The memories of all sessions of a process, by object. One worker at a time uses an object's memory.</summary>
/// <param name="settings">Gives the retry pause of sources that a former process found refused.</param>
internal sealed class SessionMemories(PlannerSettings settings)
{
    private readonly ConcurrentDictionary<ObjectKey, (string Uid, SessionRef Session, SessionMemory Memory)> _memories = new();

    /// <summary>The memory of an object; a new life of the object, or another session, starts afresh.</summary>
    public SessionMemory Recall(TrafficMirrorSession declared, DateTimeOffset now)
    {
        var known = _memories.TryGetValue(declared.Key(), out var entry)
            && entry.Uid == declared.Metadata.Uid && entry.Session == declared.Session();
        return known ? entry.Memory : SessionMemory.From(declared.Status, now + settings.FirstSourceRetry);
    }

    public void Remember(TrafficMirrorSession declared, SessionMemory memory) =>
        _memories[declared.Key()] = (declared.Metadata.Uid, declared.Session(), memory);

    /// <summary>Forgets an object that is gone.</summary>
    /// <returns>The session that it spoke for, if it was known.</returns>
    public SessionRef? Forget(ObjectKey key) => _memories.TryRemove(key, out var entry) ? entry.Session : null;
}
