namespace VpcMirrorOperator.Api.TrafficMirrorPolicies;

/// <summary>Interfaces that are not seen for one reason (rule P24).</summary>
public sealed record ReasonCount
{
    /// <summary>The reason.</summary>
    public required string Reason { get; init; }

    /// <summary>How many interfaces, 1 or more.</summary>
    public required int Count { get; init; }

    /// <summary>The first of them, at most <see cref="TrafficMirrorPolicyStatus.MaxListed"/>.</summary>
    public IReadOnlyList<string> Ids { get => field ?? []; init; } = [];

    /// <summary>By value, so that a status that says the same is not written.</summary>
    public bool Equals(ReasonCount? other) =>
        other is not null && Reason == other.Reason && Count == other.Count && Ids.SequenceEqual(other.Ids, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Reason, Count);
}
