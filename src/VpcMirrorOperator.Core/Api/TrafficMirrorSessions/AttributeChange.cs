namespace VpcMirrorOperator.Api.TrafficMirrorSessions;

/// <summary>One attribute of a session that is not as it was.</summary>
public sealed record AttributeChange
{
    /// <summary><c>target</c>, <c>filter</c>, <c>priority</c>, <c>virtualNetworkId</c> or <c>packetLength</c>.</summary>
    public required string Attribute { get; init; }

    /// <summary>The value at the first observation, or the one accepted last.</summary>
    public required string Was { get; init; }

    /// <summary>The value now.</summary>
    public required string Is { get; init; }
}
