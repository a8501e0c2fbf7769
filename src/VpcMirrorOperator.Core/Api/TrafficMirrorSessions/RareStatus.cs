using VpcMirrorOperator.Api.Shared;

namespace VpcMirrorOperator.Api.TrafficMirrorSessions;

/// <summary>
/// The fields of <see cref="TrafficMirrorSessionStatus"/> that hardly any of ten thousand objects has: one reference there instead of one
/// for each. Means the same as they do there.
/// </summary>
internal sealed record RareStatus
{
    /// <summary>None of them.</summary>
    public static readonly RareStatus None = new();

    /// <inheritdoc cref="TrafficMirrorSessionStatus.Plan"/>
    public PlanState? Plan { get; init; }

    /// <inheritdoc cref="TrafficMirrorSessionStatus.LastCreateTime"/>
    public DateTimeOffset? LastCreateTime { get; init; }

    /// <inheritdoc cref="TrafficMirrorSessionStatus.Operation"/>
    public OperationState? Operation { get; init; }

    /// <inheritdoc cref="TrafficMirrorSessionStatus.Alteration"/>
    public AlterationState? Alteration { get; init; }

    /// <inheritdoc cref="TrafficMirrorSessionStatus.Contest"/>
    public ContestState? Contest { get; init; }

    /// <summary>Null for none.</summary>
    /// <inheritdoc cref="TrafficMirrorSessionStatus.RejectedSources"/>
    public IReadOnlyList<RejectedSource>? RejectedSources { get; init; }

    /// <summary>Null for none.</summary>
    /// <inheritdoc cref="TrafficMirrorSessionStatus.RecentRemovals"/>
    public IReadOnlyList<RemovalCount>? RecentRemovals { get; init; }

    /// <inheritdoc cref="TrafficMirrorSessionStatus.LastHandledReconcileAt"/>
    public string? LastHandledReconcileAt { get; init; }

    /// <summary>The fields; null when none is there, so that equal statuses are equal.</summary>
    public static RareStatus? Used(RareStatus fields) => fields == None ? null : fields;
}
