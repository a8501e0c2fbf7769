namespace VpcMirrorOperator.Api.TrafficMirrorSessions;

/// <summary>A <c>TrafficMirrorFilter</c> of the same namespace (rule S11).</summary>
public sealed record FilterObjectRef
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }
}
