namespace VpcMirrorOperator.Api.TrafficMirrorPolicies;

/// <summary>Bounds on what a policy may take.</summary>
public sealed record PolicyLimitsSpec
{
    /// <summary>The most interfaces. It stops additions beyond it and nothing else; null: no bound.</summary>
    public int? MaxInterfaces { get; init; }
}
