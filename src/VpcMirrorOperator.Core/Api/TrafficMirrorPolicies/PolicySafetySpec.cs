using VpcMirrorOperator.Api.Shared;

namespace VpcMirrorOperator.Api.TrafficMirrorPolicies;

/// <summary>Guards that judge loss of coverage, not packing (rules P20 to P22).</summary>
public sealed record PolicySafetySpec
{
    /// <summary>
    /// The most removals within an hour without approval of interfaces that exist while what selected them still is there; a percentage is
    /// of the interfaces selected an hour ago. Default 50 %.
    /// </summary>
    public IntOrPercent? MaxRemovals { get; init; }

    /// <summary>False (default): a selection that becomes empty while pods, nodes or interfaces are there removes nothing.</summary>
    public bool? AllowEmpty { get; init; }
}
