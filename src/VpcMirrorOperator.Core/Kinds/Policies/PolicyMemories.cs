using System.Collections.Concurrent;
using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Kinds.Policies.Packing;
using VpcMirrorOperator.Kinds.Policies.Planning;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Policies;

/// <summary>What a process knows of each policy. One worker at a time uses a policy's slot.</summary>
internal sealed class PolicyMemories
{
    private readonly ConcurrentDictionary<ObjectKey, Slot> _slots = new();

    /// <summary>The slot of a policy; a new life of the object starts afresh.</summary>
    public Slot Of(TrafficMirrorPolicy policy) => _slots.TryGetValue(policy.Key(), out var slot) && slot.Life == policy.Metadata.Life
        ? slot
        : _slots[policy.Key()] = new Slot(policy);

    /// <summary>Forgets a policy that is gone.</summary>
    public void Forget(ObjectKey key) => _slots.TryRemove(key, out _);

    /// <summary>What is known of one policy.</summary>
    internal sealed class Slot(TrafficMirrorPolicy policy)
    {
        private readonly Dictionary<ObjectKey, string> _versions = [];

        /// <summary>This life of the object.</summary>
        public ObjectUid Life { get; } = policy.Metadata.Life;

        /// <summary>What the planner remembers.</summary>
        public PolicyMemory Memory { get; set; } = PolicyMemory.From(policy.Status);

        /// <summary>When the last pass was: changes are gathered for a second (rule P6).</summary>
        public DateTimeOffset PassedAt { get; set; } = DateTimeOffset.MinValue;

        /// <summary>When its status was last written: every 10 s at most, but for Ready (rule P27).</summary>
        public DateTimeOffset WrittenAt { get; set; } = DateTimeOffset.MinValue;

        /// <summary>Whether the last pass left something under way.</summary>
        public bool IsUnderWay { get; set; } = true;

        /// <summary>How often in a row the region could not be listed.</summary>
        public int FailedReads { get; set; }

        /// <summary>Ids of the sessions that were seen while the policy ends.</summary>
        public HashSet<string> Sessions { get; } = new(StringComparer.Ordinal);

        /// <summary>When a child was last seen to have changed.</summary>
        public DateTimeOffset ChildrenChangedAt { get; private set; } = DateTimeOffset.MinValue;

        /// <summary>The gaps that were told of.</summary>
        public HashSet<string> ToldGaps { get; } = new(StringComparer.Ordinal);

        /// <summary>Looks whether children have changed since the last time.</summary>
        public void See(IEnumerable<ChildState> children, DateTimeOffset now)
        {
            var current = children.ToDictionary(child => child.Key, child => child.ResourceVersion);
            if (current.Count == _versions.Count && current.All(one => _versions.TryGetValue(one.Key, out var version)
                && version == one.Value))
                return;
            ChildrenChangedAt = now;
            _versions.Clear();
            foreach (var (key, version) in current) _versions[key] = version;
        }
    }
}
