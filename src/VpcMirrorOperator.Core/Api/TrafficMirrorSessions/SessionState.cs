namespace VpcMirrorOperator.Api.TrafficMirrorSessions;

/// <summary>The session as last seen in the cloud, in the cloud's own words.</summary>
public sealed record SessionState
{
    /// <summary><c>Creating</c>, <c>Created</c>, <c>Modifying</c> or <c>Deleting</c>.</summary>
    public required string Status { get; init; }

    /// <summary><c>Normal</c> or <c>FinancialLocked</c>.</summary>
    public string? BusinessStatus { get; init; }

    /// <summary>A session that is not enabled mirrors nothing.</summary>
    public bool Enabled { get; init; }

    /// <summary>Where the copies go: an ENI or a load balancer.</summary>
    public string? TargetId { get; init; }

    /// <summary>The target's type in the cloud's words, for example <c>NetworkInterface</c>.</summary>
    public string? TargetType { get; init; }

    /// <summary>The filter that picks the traffic.</summary>
    public string? FilterId { get; init; }

    /// <summary>1 to 32766; the smaller of two sessions of a source wins.</summary>
    public int? Priority { get; init; }

    /// <summary>VXLAN network identifier, 0 to 16777215.</summary>
    public int? VirtualNetworkId { get; init; }

    /// <summary>Bytes of each packet that are mirrored, 64 to 8500.</summary>
    public int? PacketLength { get; init; }

    /// <summary>A digest of the source list as last seen: a change that is not ours is drift.</summary>
    public string? SourcesFingerprint { get; init; }
}
