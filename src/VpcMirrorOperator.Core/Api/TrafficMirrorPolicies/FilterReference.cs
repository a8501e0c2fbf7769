namespace VpcMirrorOperator.Api.TrafficMirrorPolicies;

/// <summary>Names a <c>TrafficMirrorFilter</c> of the policy's own namespace.</summary>
public sealed record FilterReference
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }
}
