using VpcMirrorOperator.Api.Shared;

namespace VpcMirrorOperator.Kinds.Policies.Guards;

/// <summary>All that <see cref="RemovalGuard"/> looks at.</summary>
internal sealed record GuardInput
{
    /// <summary>The time of the pass.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The most counted removals of an hour.</summary>
    public required IntOrPercent MaxRemovals { get; init; }

    /// <summary>Whether the selection may become empty.</summary>
    public bool AllowsEmpty { get; init; }

    /// <summary>How many interfaces are selected now.</summary>
    public required int Selected { get; init; }

    /// <summary>What is no longer selected and has a place.</summary>
    public required IReadOnlyCollection<Loss> Losses { get; init; }

    /// <summary>What the guard knows from before.</summary>
    public required GuardState State { get; init; }

    /// <summary>The plan that a person approved; null for none.</summary>
    public string? ApprovedPlan { get; init; }
}
