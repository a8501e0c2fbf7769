using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Kinds.Policies.Guards;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Policies.Planning;

/// <summary>
/// What a process knows of one policy. A restart begins anew: delays run again, later and never earlier (rule P14); what the guards need is
/// in <c>status</c>. Immutable.
/// </summary>
internal sealed record PolicyMemory
{
    /// <summary>Since when interfaces that have a place are not selected.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> Leaving { get; init; } = new Dictionary<string, DateTimeOffset>();

    /// <summary>Since when children are empty.</summary>
    public IReadOnlyDictionary<ObjectKey, DateTimeOffset> Empty { get; init; } = new Dictionary<ObjectKey, DateTimeOffset>();

    /// <summary>Since when interfaces that have a place are not seen to be mirrored.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> Pending { get; init; } = new Dictionary<string, DateTimeOffset>();

    /// <summary>What made each interface selected when it last was.</summary>
    public IReadOnlyDictionary<string, SelectionCauses> Causes { get; init; } = new Dictionary<string, SelectionCauses>();

    /// <summary>What the guard knows.</summary>
    public GuardState Guard { get; init; } = GuardState.Empty;

    /// <summary>The end of the schedule that was announced in time.</summary>
    public DateTimeOffset? ScheduledEnd { get; init; }

    /// <summary>What a new process knows: what the status kept.</summary>
    public static PolicyMemory From(TrafficMirrorPolicyStatus? status) => new()
    {
        ScheduledEnd = status?.ScheduledEnd,
        Guard = new GuardState
        {
            Removals = [.. (status?.RecentRemovals ?? []).Select(one => new RemovalRecord(one.At, one.Count))],
            Selected = [.. (status?.RecentlySelected ?? []).Select(one => new RemovalRecord(one.At, one.Count))],
            Held = status?.Held is { Ids: { } ids } held ? new HeldPlan(held.PlanHash, ids.ToHashSet(StringComparer.Ordinal)) : null,
        },
    };

    /// <summary>Timers of what is so now: those that run go on, new ones begin, all others are forgotten.</summary>
    public static IReadOnlyDictionary<T, DateTimeOffset> Keep<T>(
        IReadOnlyDictionary<T, DateTimeOffset> timers, IEnumerable<T> now, DateTimeOffset time)
        where T : notnull => now.ToDictionary(one => one, one => timers.TryGetValue(one, out var since) ? since : time);
}
