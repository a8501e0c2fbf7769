using VpcMirrorOperator.Api.Shared;

namespace VpcMirrorOperator.Api.TrafficMirrorFilters;

/// <summary>
/// The declared state. Defaults are applied by <see cref="FilterDefaults"/>, never written back (GitOps tools must see no difference).
/// </summary>
public sealed record TrafficMirrorFilterSpec
{
    /// <summary>The region of the filter, for example <c>cn-hangzhou</c>. Immutable.</summary>
    public required string RegionId { get; init; }

    /// <summary>
    /// The id of an existing filter, <c>tmf-…</c>, whose rules are kept as declared. Null: the operator creates the one that
    /// <see cref="Filter"/> declares. Immutable, as is whether it is there.
    /// </summary>
    public string? TrafficMirrorFilterId { get; init; }

    /// <summary>What is declared of a filter that the operator creates; null beside an id.</summary>
    public FilterDeclaration? Filter { get; init; }

    /// <summary>
    /// Rules for what the mirrored interfaces receive, at most <see cref="FilterLimits.MaxRules"/>. Null: an existing filter's are left
    /// alone, a created one has none.
    /// </summary>
    public IReadOnlyList<RuleSpec>? IngressRules { get; init; }

    /// <summary>Rules for what they send; as <see cref="IngressRules"/>.</summary>
    public IReadOnlyList<RuleSpec>? EgressRules { get; init; }

    /// <summary>What the operator may do to reach the declared state; default <see cref="ManagementPolicy.Sync"/>.</summary>
    public ManagementPolicy? ManagementPolicy { get; init; }

    /// <summary>What becomes of a created filter when the object is deleted; default <see cref="FilterDeletionPolicy.Retain"/>.</summary>
    public FilterDeletionPolicy? DeletionPolicy { get; init; }

    /// <summary>True: no cloud writes until unset. Default false.</summary>
    public bool? Suspend { get; init; }

    /// <summary>Limits on what an edit may do.</summary>
    public FilterSafetySpec? Safety { get; init; }

    /// <summary>True: ask the cloud with <c>DryRun=true</c> before each write. Default false.</summary>
    public bool? ValidateWithDryRun { get; init; }

    /// <summary>How often the cloud is compared when nothing changes; default 5 m, floor 30 s, ceiling 24 h, ±10 % jitter.</summary>
    public TimeSpan? DriftCheckInterval { get; init; }

    /// <summary>The declared rules of a direction; null when it is not managed. A created filter has just what is declared.</summary>
    public IReadOnlyList<RuleSpec>? RulesOf(RuleDirection direction) =>
        (direction == RuleDirection.Ingress ? IngressRules : EgressRules) ?? (TrafficMirrorFilterId is null ? [] : null);
}
