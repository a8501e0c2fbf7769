using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Api.TrafficMirrorFilters;

/// <summary>What the operator found and does. Written only when it changes. A list that is absent in JSON reads as empty.</summary>
public sealed record TrafficMirrorFilterStatus
{
    /// <summary>The generation of the spec that this status speaks of.</summary>
    public long ObservedGeneration { get; init; }

    /// <summary>See <see cref="ConditionTypes"/>.</summary>
    public IReadOnlyList<Condition> Conditions { get => field ?? []; init; } = [];

    /// <summary>The id of the filter in the cloud; null while there is none.</summary>
    public string? TrafficMirrorFilterId { get; init; }

    /// <summary>The filter as last seen; null when the cloud does not list it.</summary>
    public FilterState? Filter { get; init; }

    /// <summary>Counts of the comparison.</summary>
    public RuleCounts? Rules { get; init; }

    /// <summary>What is still to do; null when there is nothing.</summary>
    public FilterPlanState? Plan { get; init; }

    /// <summary>The write whose effect is not confirmed yet; null when none.</summary>
    public OperationState? Operation { get; init; }

    /// <summary>The sequence of the latest write, so that no sequence is used twice.</summary>
    public long OperationSequence { get; init; }

    /// <summary>When the latest attempt to create the filter was recorded; null when there was none, or all were refused.</summary>
    public DateTimeOffset? LastCreateTime { get; init; }

    /// <summary>When the filter was last brought to, or found in, the declared state after a difference.</summary>
    public DateTimeOffset? LastSyncTime { get; init; }

    /// <summary>When the filter was seen as this status says it, or later: written together with other changes only.</summary>
    public DateTimeOffset? LastObservedTime { get; init; }

    /// <summary>The cloud's request id of the latest write or error, for support.</summary>
    public string? LastRequestId { get; init; }

    /// <summary>The latest calls that were to change the filter, newest first, at most <see cref="MaxLastWrites"/>.</summary>
    public IReadOnlyList<FilterWriteRecord> LastWrites { get => field ?? []; init; } = [];

    /// <summary>
    /// The latest value of <see cref="Annotations.ReconcileRequestedAt"/> that was acted on, bounded by <see cref="BoundedText"/>.
    /// </summary>
    public string? LastHandledReconcileAt { get; init; }

    /// <summary>The most lines that the plan shows.</summary>
    public const int MaxListed = 20;

    /// <summary>The most writes that the status remembers.</summary>
    public const int MaxLastWrites = 3;
}
