namespace VpcMirrorOperator.Api.TrafficMirrorPolicies;

/// <summary>Removals that wait for a person.</summary>
public sealed record HeldRemovals
{
    /// <summary>
    /// Names the set of ids as it was when the hold began: what the annotation <c>vpcmirror.io/approved-plan</c> must say to let them go.
    /// </summary>
    public required string PlanHash { get; init; }

    /// <summary>How many are left of it.</summary>
    public required int Count { get; init; }

    /// <summary>What is left of it; null when it is more than <see cref="MaxIds"/>. Then a restart makes a new plan of it.</summary>
    public IReadOnlyList<string>? Ids { get; init; }

    /// <summary>The most ids that are kept: 12 KiB of the status.</summary>
    public const int MaxIds = 500;

    /// <summary>By value, so that a status that says the same is not written.</summary>
    public bool Equals(HeldRemovals? other) => other is not null && PlanHash == other.PlanHash && Count == other.Count
        && (Ids ?? []).SequenceEqual(other.Ids ?? [], StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(PlanHash, Count);
}
