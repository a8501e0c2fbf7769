using System.Collections.Concurrent;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Kinds.Filters.Planning;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Filters;

/// <summary>The memories of all filters of a process, by object. One worker at a time uses an object's memory.</summary>
internal sealed class FilterMemories
{
    private readonly ConcurrentDictionary<ObjectKey, Slot> _slots = new();
    private long _since;

    /// <summary>The memory of an object; a new life of the object, or another filter, starts afresh.</summary>
    public Slot Of(TrafficMirrorFilter declared, DateTimeOffset now)
    {
        Interlocked.CompareExchange(ref _since, now.UtcTicks, 0);
        if (_slots.TryGetValue(declared.Key(), out var slot) && slot.IsOf(declared)) return slot;
        var fresh = new Slot(declared);
        // The filter that it created is recorded now: what was learned stays.
        if (slot is not null && slot.IsOfTheSameLife(declared) && declared.Creates()) fresh.Inherit(slot);
        return _slots[declared.Key()] = fresh;
    }

    /// <summary>
    /// When the filter of an object was last seen; before that, when this process began to reconcile. Null when it has not.
    /// </summary>
    public DateTimeOffset? LastObserved(ObjectKey key)
    {
        if (_slots.TryGetValue(key, out var slot) && slot.ObservedAt is { } seen) return seen;
        return Interlocked.Read(ref _since) is > 0 and var since ? new DateTimeOffset(since, TimeSpan.Zero) : null;
    }

    /// <summary>Forgets an object that is gone.</summary>
    /// <returns>What was known of it; null when it was not known.</returns>
    public Slot? Forget(ObjectKey key) => _slots.TryRemove(key, out var slot) ? slot : null;

    /// <summary>The memory of one object: what is put here is there at the next reconcile, however this one ends.</summary>
    internal sealed class Slot(TrafficMirrorFilter declared)
    {
        private readonly string _uid = declared.Metadata.Uid;
        private long _observedAt;

        /// <summary>The filter that the object speaks for.</summary>
        public FilterRef Filter { get; } = declared.Filter();

        /// <summary>The object as far as it is remembered, for events about it when it is gone.</summary>
        public TrafficMirrorFilter Remembered { get; } = new()
        {
            Metadata = new ObjectMeta
            {
                Namespace = declared.Metadata.Namespace, Name = declared.Metadata.Name, Uid = declared.Metadata.Uid,
            },
            Spec = new TrafficMirrorFilterSpec
            {
                RegionId = declared.Spec.RegionId, TrafficMirrorFilterId = declared.Spec.TrafficMirrorFilterId,
            },
        };

        /// <summary>What the process remembers.</summary>
        public FilterMemory Memory { get; set; } = FilterMemory.From(declared.Status);

        /// <summary>What is known of a filter that the object creates; null for any other.</summary>
        public FilterLife? Life { get; private set; } = declared.Creates() ? new FilterLife() : null;

        /// <summary>The list that the object waits for; null for none.</summary>
        public PendingList<FilterInventory>? Reading { get; set; }

        /// <summary>The list of sessions that the object waits for; null for none.</summary>
        public PendingList<FilterUsage>? UsageReading { get; set; }

        /// <summary>When the filter was last seen and the object said so; null before. Read at any time.</summary>
        public DateTimeOffset? ObservedAt
        {
            get => Interlocked.Read(ref _observedAt) is > 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
            set => Interlocked.Exchange(ref _observedAt, value?.UtcTicks ?? 0);
        }

        /// <summary>Since when reconciles have ended, or not ended, without the object saying anything.</summary>
        public DateTimeOffset? SilentSince { get; set; }

        /// <summary>The object was let go, and that was told.</summary>
        public bool IsReleased { get; set; }

        public void Inherit(Slot former) => (Memory, Life) = (former.Memory, former.Life);

        public bool IsOfTheSameLife(TrafficMirrorFilter other) => other.Metadata.Uid == _uid;

        public bool IsOf(TrafficMirrorFilter other) => other.Metadata.Uid == _uid && other.Filter() == Filter;
    }
}
