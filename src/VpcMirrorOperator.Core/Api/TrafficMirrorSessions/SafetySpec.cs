using VpcMirrorOperator.Api.Shared;

namespace VpcMirrorOperator.Api.TrafficMirrorSessions;

/// <summary>Guards against a plan that would blind the IDS.</summary>
public sealed record SafetySpec
{
    /// <summary>False (default): an empty list of sources never empties a session that has sources.</summary>
    public bool? AllowEmpty { get; init; }

    /// <summary>
    /// The most removals that one plan may hold without approval, as a number or as a percentage of the sources mirrored
    /// now (rounded down, so that a small session has no loophole). Absent: no limit.
    /// </summary>
    public IntOrPercent? MaxRemovals { get; init; }
}
