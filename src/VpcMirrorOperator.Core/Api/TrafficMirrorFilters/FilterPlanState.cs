namespace VpcMirrorOperator.Api.TrafficMirrorFilters;

/// <summary>What is still to do.</summary>
public sealed record FilterPlanState
{
    /// <summary>Names exactly this difference.</summary>
    public required string Hash { get; init; }

    /// <summary>
    /// The first differences, at most <see cref="TrafficMirrorFilterStatus.MaxListed"/>: <c>+</c> a rule to add, <c>~</c> one to change,
    /// <c>-</c> one to remove, with direction and priority.
    /// </summary>
    public IReadOnlyList<string> Changes { get => field ?? []; init; } = [];
}
