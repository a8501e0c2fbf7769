namespace VpcMirrorOperator.Api.TrafficMirrorFilters;

/// <summary>A filter as last seen, in the cloud's words.</summary>
public sealed record FilterState
{
    /// <summary><c>Creating</c>, <c>Created</c>, <c>Modifying</c> or <c>Deleting</c>.</summary>
    public required string Status { get; init; }

    /// <summary>Its name; null when it has none.</summary>
    public string? Name { get; init; }

    /// <summary>Rules of both directions, those that are not managed included.</summary>
    public int RuleCount { get; init; }

    /// <summary>Rules of IPv6 among them: they are left alone, and nothing of IPv6 is ever mirrored.</summary>
    public int Ipv6RuleCount { get; init; }

    /// <summary>A digest of the rules as last seen: a change that is not the operator's is drift.</summary>
    public string? RulesFingerprint { get; init; }
}
