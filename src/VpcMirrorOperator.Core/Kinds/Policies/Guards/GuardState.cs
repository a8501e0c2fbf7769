namespace VpcMirrorOperator.Kinds.Policies.Guards;

/// <summary>
/// What the guard has to know over restarts: kept in <c>status</c>. Times of removals and counts of the selection are few; of a plan that
/// is held the ids are in the children, too.
/// </summary>
internal sealed record GuardState
{
    /// <summary>Nothing was removed, nothing is held.</summary>
    public static readonly GuardState Empty = new();

    /// <summary>Counted removals of the last hour that nobody approved.</summary>
    public IReadOnlyList<RemovalRecord> Removals { get; init; } = [];

    /// <summary>How many interfaces were selected, now and then over the last hour, in order of time.</summary>
    public IReadOnlyList<RemovalRecord> Selected { get; init; } = [];

    /// <summary>What is held; null for nothing.</summary>
    public HeldPlan? Held { get; init; }
}
