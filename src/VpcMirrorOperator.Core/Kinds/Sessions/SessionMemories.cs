using System.Collections.Concurrent;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>The memories of all sessions of a process, by object. One worker at a time uses an object's memory.</summary>
internal sealed class SessionMemories
{
    private readonly ConcurrentDictionary<ObjectKey, Slot> _slots = new();
    private long _since;
    private volatile bool _accountIsKnown;

    /// <summary>The memory of an object; a new life of the object, or another session, starts afresh.</summary>
    public Slot Of(TrafficMirrorSession declared, DateTimeOffset now)
    {
        Interlocked.CompareExchange(ref _since, now.UtcTicks, 0);
        if (_slots.TryGetValue(declared.Key(), out var slot) && slot.IsOf(declared)) return slot;
        var fresh = new Slot(declared, SessionMemory.From(declared.Status, now + SessionLimits.FirstSourceRetry));
        // The id of a created session has become known: what the process knows of its own writes goes on.
        if (slot is not null && slot.IsOfTheSameLife(declared) && declared.Creates()) fresh.Inherit(slot);
        return _slots[declared.Key()] = fresh;
    }

    /// <summary>The memory of an object as it is; null when there is none of this life and this session.</summary>
    public Slot? Find(TrafficMirrorSession declared) =>
        _slots.TryGetValue(declared.Key(), out var slot) && slot.IsOf(declared) ? slot : null;

    /// <summary>
    /// When the session of an object was last seen; before that, when this process began to reconcile. Null in a process that has not: it
    /// is not the leader.
    /// </summary>
    public DateTimeOffset? LastObserved(ObjectKey key)
    {
        if (_slots.TryGetValue(key, out var slot) && slot.ObservedAt is { } seen) return seen;
        return UtcTicks.Time(Interlocked.Read(ref _since));
    }

    /// <summary>
    /// Whether the keys of this process are those of the account that an object was reconciled with before, as far as anybody can tell: a
    /// session that an earlier process saw was seen by this one too.
    /// </summary>
    /// <param name="slot">The object's memory.</param>
    public bool IsSameAccount(Slot slot) => !slot.WasSeenBefore || slot.IsSeen || _accountIsKnown;

    /// <summary>Notes that the cloud lists the session of an object.</summary>
    public void Saw(Slot slot)
    {
        slot.IsSeen = true;
        if (slot.WasSeenBefore) _accountIsKnown = true;
    }

    /// <summary>Forgets an object that is gone.</summary>
    /// <returns>What was known of it; null when it was not known.</returns>
    public Slot? Forget(ObjectKey key) => _slots.TryRemove(key, out var slot) ? slot : null;

    /// <summary>The memory of one object: what is put here is there at the next reconcile, however this one ends.</summary>
    internal sealed class Slot(TrafficMirrorSession declared, SessionMemory memory)
    {
        private readonly ObjectUid _life = declared.Metadata.Life;
        private long _observedAt;
        private long _silentSince;
        private TrafficMirrorSession? _restingObject;
        private ObservedSession? _restingSession;

        public SessionRef Session { get; } = declared.Session();

        /// <summary>What the object waits for; null for nothing.</summary>
        public AwaitedReading? Reading { get; set; }

        /// <summary>Who holds the declared priority, as it was asked last; null when it was not.</summary>
        public PriorityHolder? PriorityHolder { get; set; }

        /// <summary>The list that says who holds a priority, while it is waited for.</summary>
        public AwaitedHolder? AwaitedHolder { get; set; }

        /// <summary>What is known of a session that the object creates; null for any other.</summary>
        public CreatedLife? Life { get; set; } = declared.Creates() ? new CreatedLife() : null;

        /// <summary>What the process remembers.</summary>
        public SessionMemory Memory { get; set; } = memory;

        /// <summary>
        /// When the session was last seen and the object said so; null when this process has not come to that yet. Read at any time.
        /// </summary>
        public DateTimeOffset? ObservedAt
        {
            get => UtcTicks.Time(Interlocked.Read(ref _observedAt));
            set => Interlocked.Exchange(ref _observedAt, UtcTicks.Of(value));
        }

        /// <summary>
        /// Since when reconciles have ended, or not ended, without the object saying anything: neither what was seen nor why nothing was.
        /// </summary>
        public DateTimeOffset? SilentSince
        {
            get => UtcTicks.Time(_silentSince);
            set => _silentSince = UtcTicks.Of(value);
        }

        /// <summary>The session was seen by a process before this one; its status says so.</summary>
        public bool WasSeenBefore { get; } = declared.Status is { } status
            && (status.Session is not null || status.LastSyncTime is not null || status.OperationSequence > 0);

        /// <summary>This process has seen the session listed.</summary>
        public bool IsSeen { get; set; }

        /// <summary>The object was let go, and that was told.</summary>
        public bool IsReleased { get; set; }

        /// <summary>The object as far as it is remembered: what it is called, and which session it names.</summary>
        /// <param name="key">What it is called.</param>
        public TrafficMirrorSession Remembered(ObjectKey key) => new()
        {
            Metadata = new ObjectMeta { Namespace = key.Namespace, Name = key.Name, Life = _life },
            Spec = new TrafficMirrorSessionSpec { RegionId = Session.RegionId, TrafficMirrorSessionId = Session.SessionId, SourceIds = [] },
        };

        /// <summary>Takes over what was known of the object while its session had another id, or none.</summary>
        public void Inherit(Slot former) => (Memory, Life) = (former.Memory, former.Life);

        /// <summary>Nothing is to be done with the object or said of it as long as it and its session are these very instances.</summary>
        public void Rest(TrafficMirrorSession declared, ObservedSession seen) => (_restingObject, _restingSession) = (declared, seen);

        /// <summary>Whatever was known to be at rest is to be found out anew.</summary>
        public void Rouse() => (_restingObject, _restingSession) = (null, null);

        /// <summary>Whether the object is the one that was at rest.</summary>
        public bool RestsAs(TrafficMirrorSession declared) => ReferenceEquals(declared, _restingObject);

        /// <summary>Whether the session is as it was when the object was at rest.</summary>
        public bool RestsWith(ObservedSession? seen) => seen is not null && ReferenceEquals(seen, _restingSession);

        public bool IsOfTheSameLife(TrafficMirrorSession other) => other.Metadata.Life == _life;

        public bool IsOf(TrafficMirrorSession other) => other.Metadata.Life == _life && other.Session() == Session;
    }
}
