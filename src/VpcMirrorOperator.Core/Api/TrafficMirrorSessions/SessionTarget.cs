namespace VpcMirrorOperator.Api.TrafficMirrorSessions;

/// <summary>Where the copies of a session go.</summary>
public sealed record SessionTarget
{
    /// <summary><c>NetworkInterface</c> or <c>SLB</c>; other values are passed through, unconfirmed.</summary>
    public required string Type { get; init; }

    /// <summary>The id of the interface or load balancer.</summary>
    public required string Id { get; init; }
}
