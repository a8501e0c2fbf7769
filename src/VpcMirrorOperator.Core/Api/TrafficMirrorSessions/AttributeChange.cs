namespace VpcMirrorOperator.Api.TrafficMirrorSessions;

/// <summary>One attribute of a session that is not as it was, or not as it is declared.</summary>
public sealed record AttributeChange
{
    /// <summary>
    /// <c>target</c>, <c>filter</c>, <c>priority</c>, <c>virtualNetworkId</c>, <c>packetLength</c>; in a plan also <c>name</c>,
    /// <c>description</c>, <c>enabled</c> and <c>tags.KEY</c>.
    /// </summary>
    public required string Attribute { get; init; }

    /// <summary>The value at the first observation, or the one accepted last; in a plan, the value that the session has.</summary>
    public required string Was { get; init; }

    /// <summary>The value now; in a plan, the declared one.</summary>
    public required string Is { get; init; }
}
