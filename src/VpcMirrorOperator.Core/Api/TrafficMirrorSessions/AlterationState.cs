namespace VpcMirrorOperator.Api.TrafficMirrorSessions;

/// <summary>
/// Somebody changed attributes of the session that the object does not declare. It lasts until they are back, or accepted.
/// </summary>
public sealed record AlterationState
{
    /// <summary>Names exactly this alteration; the value to accept.</summary>
    public required string Hash { get; init; }

    /// <summary>When it was seen first.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>What differs, by attribute.</summary>
    public IReadOnlyList<AttributeChange> Changes { get => field ?? []; init; } = [];
}
