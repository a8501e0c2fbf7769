using System.Collections.Concurrent;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>The memories of all sessions of a process, by object. One worker at a time uses an object's memory.</summary>
internal sealed class SessionMemories
{
    private readonly ConcurrentDictionary<ObjectKey, Slot> _slots = new();

    /// <summary>The memory of an object; a new life of the object, or another session, starts afresh.</summary>
    public Slot Of(TrafficMirrorSession declared, DateTimeOffset now)
    {
        if (_slots.TryGetValue(declared.Key(), out var slot) && slot.IsOf(declared)) return slot;
        return _slots[declared.Key()] = new Slot(declared, SessionMemory.From(declared.Status, now + SessionLimits.FirstSourceRetry));
    }

    /// <summary>Forgets an object that is gone.</summary>
    /// <returns>The session that it spoke for, if it was known.</returns>
    public SessionRef? Forget(ObjectKey key) => _slots.TryRemove(key, out var slot) ? slot.Session : null;

    /// <summary>The memory of one object: what is put here is there at the next reconcile, however this one ends.</summary>
    internal sealed class Slot(TrafficMirrorSession declared, SessionMemory memory)
    {
        private readonly string _uid = declared.Metadata.Uid;

        public SessionRef Session { get; } = declared.Session();

        /// <summary>What the object speaks for, as stores find it.</summary>
        public string Identity { get; } = declared.Session().Identity;

        /// <summary>What the object waits for; null for nothing.</summary>
        public AwaitedReading? Reading { get; set; }

        /// <summary>What the process remembers.</summary>
        public SessionMemory Memory { get; set; } = memory;

        public bool IsOf(TrafficMirrorSession other) => other.Metadata.Uid == _uid && other.Session() == Session;
    }
}
