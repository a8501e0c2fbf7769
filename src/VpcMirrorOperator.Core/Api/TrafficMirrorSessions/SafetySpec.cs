using VpcMirrorOperator.Api.Shared;

namespace VpcMirrorOperator.Api.TrafficMirrorSessions;

/// <summary>Guards against a plan that would blind the IDS.</summary>
public sealed record SafetySpec
{
    /// <summary>False (default): an empty list of sources never empties a session that has sources.</summary>
    public bool? AllowEmpty { get; init; }

    /// <summary>
    /// The most removals that one plan may hold without approval, as a number or as a percentage of the sources mirrored
    /// now (rounded down, so that a small session has no loophole). Absent: half of them, but at least one. Removals within
    /// <see cref="RemovalWindow"/> before count too.
    /// </summary>
    public IntOrPercent? MaxRemovals { get; init; }

    /// <summary>The fewest sources that a plan may leave in the session, 0 or more; no approval opens this. Absent: no floor.</summary>
    public int? MinSources { get; init; }

    /// <summary>Over which time removals are counted, at most a day; zero: each plan by itself. Absent: one hour.</summary>
    public TimeSpan? RemovalWindow { get; init; }
}
