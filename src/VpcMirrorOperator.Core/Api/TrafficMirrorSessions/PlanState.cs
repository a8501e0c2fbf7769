namespace VpcMirrorOperator.Api.TrafficMirrorSessions;

/// <summary>What is still to do.</summary>
public sealed record PlanState
{
    /// <summary>Names exactly this set of removals; the value to approve. Null when nothing is to be removed.</summary>
    public string? Hash { get; init; }

    /// <summary>How many ids are to be added, those that <see cref="Add"/> has no room for included.</summary>
    public int AddCount { get; init; }

    /// <summary>How many ids are to be removed, those that <see cref="Remove"/> has no room for included.</summary>
    public int RemoveCount { get; init; }

    /// <summary>The first ids to add, at most <see cref="TrafficMirrorSessionStatus.MaxListed"/>.</summary>
    public IReadOnlyList<string> Add { get => field ?? []; init; } = [];

    /// <summary>The first ids to remove, at most <see cref="TrafficMirrorSessionStatus.MaxListed"/>.</summary>
    public IReadOnlyList<string> Remove { get => field ?? []; init; } = [];

    /// <summary>Attributes of the session that are to be written, each from what it is to what is declared.</summary>
    public IReadOnlyList<AttributeChange> Attributes { get => field ?? []; init; } = [];

    /// <summary>
    /// The hash up to which an approval reaches. It moves on with each of our own operations, so that an approved plan of
    /// many batches is approved once, and stops at the first change that is not ours.
    /// </summary>
    public string? ApprovedHash { get; init; }

    /// <summary>The hash that the user approved. Taking the annotation away withdraws the approval.</summary>
    public string? Approval { get; init; }
}
