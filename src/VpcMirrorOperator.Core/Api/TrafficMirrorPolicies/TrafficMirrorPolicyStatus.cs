using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Api.TrafficMirrorPolicies;

/// <summary>
/// What the operator found and does. Counts are complete, lists are short: it stays under 32 KiB (rule P27). The sessions are found by
/// their label. A list that is absent in JSON reads as empty.
/// </summary>
public sealed record TrafficMirrorPolicyStatus
{
    /// <summary>The generation of the spec that this status speaks of.</summary>
    public long ObservedGeneration { get; init; }

    /// <summary>See <see cref="ConditionTypes"/>.</summary>
    public IReadOnlyList<Condition> Conditions { get => field ?? []; init; } = [];

    /// <summary>How many interfaces are selected, and how many of them are seen.</summary>
    public InterfaceCounts? Interfaces { get; init; }

    /// <summary>What the entries matched in the cluster; null where none is about pods or nodes.</summary>
    public ClusterCounts? Cluster { get; init; }

    /// <summary>The sessions that the policy has.</summary>
    public int Sessions { get; init; }

    /// <summary>Why interfaces are not seen, most first; none that has no interface.</summary>
    public IReadOnlyList<ReasonCount> Reasons { get => field ?? []; init; } = [];

    /// <summary>
    /// Under <c>managementPolicy: Observe</c>: the sessions that Sync would make (+), change (~) and close (-), at most
    /// <see cref="MaxPlanned"/>.
    /// </summary>
    public IReadOnlyList<string> Planned { get => field ?? []; init; } = [];

    /// <summary>Removals that wait for a person (rule P21); null for none.</summary>
    public HeldRemovals? Held { get; init; }

    /// <summary>Counted removals of the last hour that nobody approved (rule P20).</summary>
    public IReadOnlyList<CountAt> RecentRemovals { get => field ?? []; init; } = [];

    /// <summary>How many interfaces were selected, now and then over the last hour (rule P20).</summary>
    public IReadOnlyList<CountAt> RecentlySelected { get => field ?? []; init; } = [];

    /// <summary>The end of the schedule that was announced in time (rule P23); null for none.</summary>
    public DateTimeOffset? ScheduledEnd { get; init; }

    /// <summary>When the cloud was last seen as this status says it: written together with other changes only.</summary>
    public DateTimeOffset? LastObservedTime { get; init; }

    /// <summary>The latest value of <see cref="Annotations.ReconcileRequestedAt"/> that was acted on.</summary>
    public string? LastHandledReconcileAt { get; init; }

    /// <summary>The most ids that one reason lists.</summary>
    public const int MaxListed = 10;

    /// <summary>The most lines of <see cref="Planned"/>.</summary>
    public const int MaxPlanned = 20;
}
