using System.Text.Json.Serialization;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Api.TrafficMirrorSessions;

/// <summary>What the operator found and does. Written only when it changes. A list that is absent in JSON reads as empty.</summary>
public sealed record TrafficMirrorSessionStatus
{
    private readonly long _lastSyncTime;
    private readonly long _lastObservedTime;
    private readonly RareStatus? _rare;

    /// <summary>The generation of the spec that this status speaks of.</summary>
    public long ObservedGeneration { get; init; }

    /// <summary>See <see cref="ConditionTypes"/>.</summary>
    [JsonConverter(typeof(ConditionsConverter))]
    public IReadOnlyList<Condition> Conditions { get => field ?? []; init => field = OrNull(value); }

    /// <summary>
    /// What the object may expect of its session. Lasts as long as the object: it keeps one that waited from taking over what another
    /// namespace had. Null outside a cluster, and until the first reconcile.
    /// </summary>
    public SessionClaim? Claim { get; init; }

    /// <summary>The id of the session that the object speaks for; null until the first reconcile.</summary>
    public string? TrafficMirrorSessionId { get; init; }

    /// <summary>The session as last seen; null when the cloud does not list it.</summary>
    public SessionState? Session { get; init; }

    /// <summary>Counts of the comparison.</summary>
    public SourceCounts? Sources { get; init; }

    /// <summary>What is still to do; null when there is nothing.</summary>
    public PlanState? Plan
    {
        get => _rare?.Plan;
        init => _rare = value is null && _rare is null
            ? null
            : RareStatus.Used((_rare ?? RareStatus.None) with { Plan = value });
    }

    /// <summary>
    /// When the latest attempt to create the session was recorded: what it made shows in lists some time later (rule S3). Null when there
    /// was none, or all were refused.
    /// </summary>
    [JsonConverter(typeof(MicroTimeConverter))]
    public DateTimeOffset? LastCreateTime
    {
        get => _rare?.LastCreateTime;
        init => _rare = value is null && _rare is null
            ? null
            : RareStatus.Used((_rare ?? RareStatus.None) with { LastCreateTime = value });
    }

    /// <summary>The write whose effect is not confirmed yet; null when none.</summary>
    public OperationState? Operation
    {
        get => _rare?.Operation;
        init => _rare = value is null && _rare is null
            ? null
            : RareStatus.Used((_rare ?? RareStatus.None) with { Operation = value });
    }

    /// <summary>The sequence of the latest write, so that no sequence is used twice.</summary>
    public long OperationSequence { get; init; }

    /// <summary>Attributes of the session that somebody changed; null while all are as they were.</summary>
    public AlterationState? Alteration
    {
        get => _rare?.Alteration;
        init => _rare = value is null && _rare is null
            ? null
            : RareStatus.Used((_rare ?? RareStatus.None) with { Alteration = value });
    }

    /// <summary>Another writer takes our changes back; null when none does.</summary>
    public ContestState? Contest
    {
        get => _rare?.Contest;
        init => _rare = value is null && _rare is null
            ? null
            : RareStatus.Used((_rare ?? RareStatus.None) with { Contest = value });
    }

    /// <summary>The first sources that the cloud refuses, at most <see cref="MaxListed"/>.</summary>
    public IReadOnlyList<RejectedSource> RejectedSources
    {
        get => _rare?.RejectedSources ?? [];
        init => _rare = OrNull(value) is null && _rare is null
            ? null
            : RareStatus.Used((_rare ?? RareStatus.None) with { RejectedSources = OrNull(value) });
    }

    /// <summary>
    /// Our removals within <c>spec.safety.removalWindow</c>, oldest first, at most <see cref="MaxListed"/>: <c>maxRemovals</c> counts
    /// them too.
    /// </summary>
    public IReadOnlyList<RemovalCount> RecentRemovals
    {
        get => _rare?.RecentRemovals ?? [];
        init => _rare = OrNull(value) is null && _rare is null
            ? null
            : RareStatus.Used((_rare ?? RareStatus.None) with { RecentRemovals = OrNull(value) });
    }

    /// <summary>When the session was last brought to, or found in, the declared state after a difference.</summary>
    public DateTimeOffset? LastSyncTime { get => UtcTicks.Time(_lastSyncTime); init => _lastSyncTime = UtcTicks.Of(value); }

    /// <summary>
    /// When the session was seen as this status says it, or later: written together with other changes only, because a status that moves
    /// with every observation would be a write for each. The metric <c>vpcmirror_session_last_observed_timestamp_seconds</c> has it
    /// exactly.
    /// </summary>
    public DateTimeOffset? LastObservedTime { get => UtcTicks.Time(_lastObservedTime); init => _lastObservedTime = UtcTicks.Of(value); }

    /// <summary>The cloud's request id of the latest write or error, for support.</summary>
    public string? LastRequestId { get; init; }

    /// <summary>The latest calls that were to change the session, newest first, at most <see cref="MaxLastWrites"/>.</summary>
    public IReadOnlyList<WriteRecord> LastWrites { get => field ?? []; init => field = OrNull(value); }

    /// <summary>
    /// The latest value of <see cref="Annotations.ReconcileRequestedAt"/> that was acted on, bounded by <see cref="BoundedText"/>.
    /// </summary>
    public string? LastHandledReconcileAt
    {
        get => _rare?.LastHandledReconcileAt;
        init => _rare = value is null && _rare is null
            ? null
            : RareStatus.Used((_rare ?? RareStatus.None) with { LastHandledReconcileAt = value });
    }

    /// <summary>
    /// The most ids that any list of the status holds: a status must not grow with the collection (Kubernetes API conventions).
    /// </summary>
    public const int MaxListed = 20;

    /// <summary>The most writes that the status remembers.</summary>
    public const int MaxLastWrites = 3;

    /// <summary>An empty list is not written, so it must be the same as one that was not read.</summary>
    private static IReadOnlyList<T>? OrNull<T>(IReadOnlyList<T>? list) => list is { Count: > 0 } ? list : null;
}
